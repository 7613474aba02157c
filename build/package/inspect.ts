/** Looks at packed apps as somebody would who got them: what is in the archive, how large it is, how the fuses are. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../scripts/paths';
import { filesIn, integrityOf, problemsIn, readPacked, type PackedFile } from './contents';
import { fuseNames, readFuses, wrongFuses, type Fuses } from './fuses';
import type { Packed } from './packed';

export interface Inspection {
  readonly packed: Packed;
  readonly bytes: number;
  readonly files: readonly PackedFile[];
  readonly fuses: Fuses;
  /** In words; none, when all is well. */
  readonly problems: readonly string[];
}

export async function inspect(packed: Packed): Promise<Inspection> {
  const files = filesIn(packed.asar);
  const fuses = await readFuses(packed.binary);
  const problems = [
    ...problemsIn(files, (name) => readPacked(packed.asar, name), root),
    ...wrongFuses(fuses).map((name) => `the fuse ${name} is ${fuses[name] ? 'on' : 'off'}`),
    ...(knowsItsArchive(packed) ? [] : ['the program does not know the hash of its archive, and would not start']),
  ];
  return { packed, bytes: statSync(packed.asar).size, files, fuses, problems };
}

/** Windows has it in the program, macOS in the Info.plist; Linux has no such check. */
function knowsItsArchive({ system, binary, asar }: Packed): boolean {
  if (system === 'linux') return true;
  return readFileSync(system === 'darwin' ? path.join(binary, 'Contents', 'Info.plist') : binary).includes(
    integrityOf(asar),
  );
}

/** What goes wrong in packing goes wrong for thousands of files. */
const told = 20;

/** What is told of it, line by line. */
export function summaryOf({ packed, bytes, files, fuses, problems }: Inspection): string[] {
  const group = (name: string, belongs: (file: string) => boolean): string => {
    const inIt = files.filter((file) => belongs(file.name));
    return `${name} ${kilobytes(inIt.reduce((sum, file) => sum + file.bytes, 0))} (${inIt.length})`;
  };
  const isAsset = (name: string) => name.startsWith('dist/renderer/');
  return [
    `${path.basename(packed.folder)}: app.asar ${kilobytes(bytes)}, ${files.length} files: ${[
      group('main and preload', (name) => name.endsWith('.cjs')),
      group('pages', (name) => isAsset(name) && /\.(html|js|css)$/.test(name)),
      group('fonts', (name) => name.endsWith('.woff2')),
      group('the rest', (name) => !/\.(cjs|html|js|css|woff2)$/.test(name)),
    ].join(', ')}`,
    `fuses on: ${fuseNames.filter((name) => fuses[name]).join(', ')}; all others off`,
    ...problems.slice(0, told).map((problem) => `PROBLEM: ${problem}`),
    ...(problems.length > told ? [`and ${problems.length - told} more problems`] : []),
  ];
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(0)} kB`;
}

/** What the console's page weighs: which files the browser needs for the login, for the main window, and for what is opened later. */
import { gzipSync } from 'node:zlib';
import path from 'node:path';
import { build, type Rolldown } from 'vite';
import { root } from './paths';

/** What the renderer's code for the main window as it opens may weigh, in bytes of gzip (quality.md). */
export const mainWindowLimit = 250_000;

export interface Part {
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  readonly gzip: number;
}

export interface RendererSize {
  /** What the page itself asks for: the login. */
  readonly login: Part;
  /** Everything that is there once an assistant is signed in and has opened nothing. */
  readonly mainWindow: Part;
  /** Our own modules in it. */
  readonly mainWindowFiles: readonly string[];
  /** What each thing that is opened later adds to the main window. */
  readonly later: readonly Part[];
  readonly catalogues: readonly Part[];
  readonly all: Part;
  /** By package, of the main window; before minifying, so only good to compare. */
  readonly packages: readonly { readonly name: string; readonly bytes: number }[];
}

type Chunk = Rolldown.OutputChunk;

const mainWindowModule = 'renderer/shell/MainWindow.tsx';

/** Builds the page in memory. */
export async function measureRenderer(): Promise<RendererSize> {
  const built = await build({
    root: path.join(root, 'renderer'),
    configFile: path.join(root, 'renderer', 'vite.config.ts'),
    logLevel: 'silent',
    build: { write: false, reportCompressedSize: false },
  });
  if (!('output' in built)) throw new Error('one page gives one output');
  return sizeOf(built.output.filter((file) => file.type === 'chunk'));
}

function sizeOf(chunks: readonly Chunk[]): RendererSize {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const withImports = (start: readonly Chunk[]): Set<Chunk> => {
    const found = new Set(start);
    for (const chunk of found) for (const file of chunk.imports) addIfThere(found, byFile.get(file));
    return found;
  };
  const page = chunks.filter((chunk) => chunk.isEntry);
  const login = withImports(page);
  const mainWindow = withImports([...page, ...chunks.filter((chunk) => moduleOf(chunk) === mainWindowModule)]);
  const openedLater = chunks.filter((chunk) => chunk.isDynamicEntry && !mainWindow.has(chunk));
  const isCatalogue = (chunk: Chunk) => moduleOf(chunk).startsWith('renderer/strings/');
  const partOf = (chunk: Chunk) =>
    part(
      moduleOf(chunk),
      [...withImports([chunk])].filter((needed) => !mainWindow.has(needed)),
    );
  return {
    login: part('login', [...login]),
    mainWindow: part('main window', [...mainWindow]),
    mainWindowFiles: [...mainWindow]
      .flatMap(({ moduleIds }) => moduleIds)
      .filter((id) => path.isAbsolute(id) && !id.includes('node_modules')),
    later: sorted(openedLater.filter((chunk) => !isCatalogue(chunk)).map(partOf)),
    catalogues: sorted(openedLater.filter(isCatalogue).map(partOf)),
    all: part('all files', chunks),
    packages: packagesOf([...mainWindow]),
  };
}

function addIfThere<T>(set: Set<T>, item: T | undefined): void {
  if (item !== undefined) set.add(item);
}

function moduleOf(chunk: Chunk): string {
  return chunk.facadeModuleId === null ? '' : path.relative(root, chunk.facadeModuleId);
}

function part(name: string, chunks: readonly Chunk[]): Part {
  const sum = (size: (chunk: Chunk) => number) => chunks.reduce((total, chunk) => total + size(chunk), 0);
  return {
    name,
    files: chunks.length,
    bytes: sum((chunk) => Buffer.byteLength(chunk.code)),
    gzip: sum((chunk) => gzipSync(chunk.code, { level: 9 }).length),
  };
}

function sorted(parts: readonly Part[]): Part[] {
  return parts.toSorted((one, other) => other.gzip - one.gzip);
}

function packagesOf(chunks: readonly Chunk[]): { name: string; bytes: number }[] {
  const sizes = new Map<string, number>();
  for (const chunk of chunks)
    for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
      const name = packageOf(id);
      sizes.set(name, (sizes.get(name) ?? 0) + renderedLength);
    }
  return [...sizes].map(([name, bytes]) => ({ name, bytes })).toSorted((one, other) => other.bytes - one.bytes);
}

/** A package's name, or the folder of our own. */
function packageOf(id: string): string {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id) ?? [];
  return name ?? path.relative(root, id).split('/').slice(0, 2).join('/');
}

/** Where things are in a packed app, and which packed apps lie in an output folder. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { executableName, productName } from './about';

/** As electron-builder and Electron call them. */
export type System = 'win32' | 'darwin' | 'linux';

export interface Packed {
  readonly system: System;
  readonly folder: string;
  /** Has the fuses. */
  readonly binary: string;
  /** What is started. */
  readonly executable: string;
  readonly resources: string;
  readonly asar: string;
}

/** In every program of a stand-in distribution. */
export const standinMark = 'A stand-in for Electron';

/** It can be looked at, and not be started. */
export function isStandin({ executable }: Packed): boolean {
  return readFileSync(executable).includes(standinMark);
}

export function packedBinary(folder: string, system: string): string {
  if (system === 'darwin') return path.join(folder, `${productName}.app`);
  return path.join(folder, system === 'win32' ? `${productName}.exe` : executableName);
}

export function packedIn(folder: string, system: System): Packed {
  const binary = packedBinary(folder, system);
  const onMac = system === 'darwin';
  const resources = onMac ? path.join(binary, 'Contents', 'Resources') : path.join(folder, 'resources');
  const executable = onMac ? path.join(binary, 'Contents', 'MacOS', productName) : binary;
  return { system, folder, binary, executable, resources, asar: path.join(resources, 'app.asar') };
}

/** Its processor is this machine's; an app of macOS is for both. */
export function runsHere({ system, folder }: Packed): boolean {
  const [, arch = 'x64'] = /-(arm64|ia32|armv7l|universal)\b/.exec(path.basename(folder)) ?? [];
  return system === process.platform && (arch === process.arch || arch === 'universal');
}

/** electron-builder's names of its folders: `linux-unpacked`, `win-arm64-unpacked`, `mac`, `mac-universal`… */
const folders: readonly (readonly [RegExp, System])[] = [
  [/^linux(-\w+)?-unpacked$/, 'linux'],
  [/^win(-\w+)?-unpacked$/, 'win32'],
  [/^mac(-\w+)?$/, 'darwin'],
];

export function packedApps(output: string): Packed[] {
  if (!existsSync(output)) return [];
  return readdirSync(output)
    .toSorted()
    .flatMap((name) => {
      const system = folders.find(([pattern]) => pattern.test(name))?.[1];
      return system === undefined ? [] : [packedIn(path.join(output, name), system)];
    });
}

/**
 * Electron's fuses: switches in the binary itself, which nobody can turn at run time. Every one of them is decided here, is set while a package is
 * made, and is read back from what was made.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/** In the order of the wire: the place in this list is the place in the binary. */
const decided = [
  // The program is no Node that anybody may borrow.
  ['RunAsNode', false],
  ['EnableCookieEncryption', true],
  // No NODE_OPTIONS and no NODE_EXTRA_CA_CERTS: whose certificates are trusted is a setting of ours.
  ['EnableNodeOptionsEnvironmentVariable', false],
  ['EnableNodeCliInspectArguments', false],
  // Windows and macOS compare the archive with what was packed; that is worth something only together with the next one.
  ['EnableEmbeddedAsarIntegrityValidation', true],
  ['OnlyLoadAppFromAsar', true],
  // We bring no V8 snapshot of our own for the main process: with this on, Electron would look for one and not start.
  ['LoadBrowserProcessSpecificV8Snapshot', false],
  // Our pages come from a scheme of their own, so `file:` needs nothing that a browser would not give it.
  ['GrantFileProtocolExtraPrivileges', false],
  // Since Electron 43. @electron/fuses 1.8, the last one for Node 20, has no name for it. Electron's default: bounds are checked by the hardware.
  ['WasmTrapHandlers', true],
] as const;

export type FuseName = (typeof decided)[number][0];
export type Fuses = Readonly<Record<FuseName, boolean>>;

export const fuseNames: readonly FuseName[] = decided.map(([name]) => name);
export const wantedFuses = Object.fromEntries(decided) as Fuses;

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const states: Readonly<Record<number, boolean>> = { 48: false, 49: true };

/** Of an executable, or of an .app. Throws where it has one more than is decided here, or one less, or one that Electron has taken out. */
export async function readFuses(binary: string): Promise<Fuses> {
  const wire = Object.entries(await getCurrentFuseWire(binary)).filter(([key]) => key !== 'version');
  if (wire.length !== fuseNames.length)
    throw new Error(`${binary} has ${wire.length} fuses, ${fuseNames.length} are decided in build/package/fuses.ts`);
  const read = fuseNames.map((name, place) => {
    const state = states[Number(wire[place]?.[1])];
    if (state === undefined) throw new Error(`${binary}: the fuse ${name} is neither on nor off`);
    return [name, state] as const;
  });
  return Object.fromEntries(read) as Fuses;
}

/** Sets every one. The signature of a macOS app is broken by that: it is signed afterwards. */
export async function setFuses(binary: string, fuses: Fuses = wantedFuses): Promise<void> {
  await readFuses(binary);
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: fuses.RunAsNode,
    [FuseV1Options.EnableCookieEncryption]: fuses.EnableCookieEncryption,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: fuses.EnableNodeOptionsEnvironmentVariable,
    [FuseV1Options.EnableNodeCliInspectArguments]: fuses.EnableNodeCliInspectArguments,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: fuses.EnableEmbeddedAsarIntegrityValidation,
    [FuseV1Options.OnlyLoadAppFromAsar]: fuses.OnlyLoadAppFromAsar,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: fuses.LoadBrowserProcessSpecificV8Snapshot,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: fuses.GrantFileProtocolExtraPrivileges,
  });
  setByPlace(fuseFile(binary), 'WasmTrapHandlers', fuses.WasmTrapHandlers);
}

/** A universal binary of macOS has two wires, one for each processor. */
function setByPlace(file: string, name: FuseName, on: boolean): void {
  const bytes = readFileSync(file);
  for (let at = bytes.indexOf(sentinel); at !== -1; at = bytes.indexOf(sentinel, at + 1))
    bytes.write(on ? '1' : '0', at + sentinel.length + 2 + fuseNames.indexOf(name));
  writeFileSync(file, bytes);
}

/** On macOS the wire is in the framework, not in the executable. */
function fuseFile(binary: string): string {
  const name = 'Electron Framework';
  return binary.endsWith('.app') ? path.join(binary, 'Contents', 'Frameworks', `${name}.framework`, name) : binary;
}

/** Those that are not as decided; none, when all is well. */
export function wrongFuses(read: Fuses, wanted: Fuses = wantedFuses): FuseName[] {
  return fuseNames.filter((name) => read[name] !== wanted[name]);
}

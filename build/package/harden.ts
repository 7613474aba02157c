/** The last touch on an unpacked app, before anything is signed. electron-builder's own way with fuses knows eight of the nine. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setFuses } from './fuses';
import { packedBinary } from './packed';

export async function harden(folder: string, system: string): Promise<void> {
  // The halves of a universal app of macOS: they are joined, and this is called again.
  if (folder.endsWith('-temp')) return;
  const binary = packedBinary(folder, system);
  await setFuses(binary);
  if (system === 'darwin') denyPlainConnections(path.join(binary, 'Contents', 'Info.plist'));
}

/** electron-builder lets macOS allow plain connections to everywhere; the updater needs those to its own machine only, which are allowed by name. */
function denyPlainConnections(infoPlist: string): void {
  const text = readFileSync(infoPlist, 'utf8');
  writeFileSync(infoPlist, text.replace(/(<key>NSAllowsArbitraryLoads<\/key>\s*)<true\/>/, '$1<false/>'));
}

/**
 * A packed app that Playwright can drive. It speaks to the main process through Node's inspector, which the fuses of what we ship forbid: so a copy has that
 * one fuse turned, and everything else as it is shipped. The app itself is started too, without looking inside (e2e/packaged.spec.ts).
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFuses, wantedFuses } from './fuses';
import { packedIn, type Packed } from './packed';

export async function copyForTests({
  folder,
  system,
}: Packed): Promise<{ readonly executable: string; readonly clear: () => void }> {
  const place = mkdtempSync(path.join(tmpdir(), 'assistant-console-packed-'));
  const to = path.join(place, path.basename(folder));
  // The frameworks of macOS are full of links, which must stay as they are.
  cpSync(folder, to, { recursive: true, verbatimSymlinks: true });
  const copy = packedIn(to, system);
  await setFuses(copy.binary, { ...wantedFuses, EnableNodeCliInspectArguments: true });
  if (system === 'darwin') sign(copy.binary);
  return { executable: copy.executable, clear: () => rmSync(place, { recursive: true, force: true, maxRetries: 5 }) };
}

/** By nobody, only so that macOS starts it again. */
function sign(app: string): void {
  const flags = ['--force', '--deep', '--preserve-metadata=entitlements,requirements,flags,runtime'];
  const { status, stderr } = spawnSync('codesign', ['--sign', '-', ...flags, app], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`codesign: ${stderr}`);
}

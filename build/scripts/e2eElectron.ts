/**
 * `npm run e2e:electron`: the desktop suite on a real Electron, where there is one; `-- --packaged [FOLDER]` on the app that `npm run package` has
 * made. Where there is none it says so, with the number of tests that have shown nothing, and that is no failure.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { copyForTests } from '../package/testCopy';
import { isStandin, packedApps, runsHere } from '../package/packed';
import { buildIfStale } from './bundle';
import { electronFolder, executableIn, noDisplay } from './electron';
import { root } from './paths';
import { done, step } from './report';

const playwright = [path.join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', '--project=desktop'];
const Listed = z.object({ stats: z.object({ expected: z.number(), skipped: z.number() }) });

const command = new Command('npm run e2e:electron --')
  .option('--packaged [folder]', 'on the packed app in there (dist-packages)')
  .argument('[playwright...]', 'for Playwright: specs, flags after `--`')
  .parse();
const { packaged } = command.opts<{ readonly packaged?: string | true }>();

const found = packaged === undefined ? binaryHere() : await packedAppIn(packaged === true ? 'dist-packages' : packaged);
if ('missing' in found) {
  console.log(`skipped: ${found.missing} (${countTests()} tests)`);
} else {
  await buildIfStale();
  done(`On ${found.executable}`);
  process.exitCode = run([...playwright, ...command.args], found.env).status ?? 1;
  found.clear();
}

interface Found {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
  readonly clear: () => void;
}

function binaryHere(): Found | { readonly missing: string } {
  const folder = electronFolder();
  if (folder === null) return { missing: 'no Electron binary' };
  const reason = noDisplay();
  if (reason !== null) return { missing: reason };
  const executable = executableIn(folder);
  return { executable, env: { E2E_ELECTRON: executable }, clear: () => undefined };
}

async function packedAppIn(folder: string): Promise<Found | { readonly missing: string }> {
  const reason = noDisplay();
  const packed = packedApps(path.resolve(folder)).find(runsHere);
  if (packed === undefined) return { missing: `no packed app for ${process.platform} in ${folder}` };
  if (isStandin(packed)) return { missing: `no Electron binary: the app in ${folder} is packed on a stand-in` };
  if (reason !== null) return { missing: reason };
  step('Copying the app: for the tests its copy may be inspected');
  const { executable, clear } = await copyForTests(packed);
  return { executable, env: { E2E_PACKED_APP: executable, E2E_SHIPPED_APP: packed.executable }, clear };
}

function countTests(): number {
  const { stdout } = run([...playwright, '--list', '--reporter=json'], {}, 'pipe');
  const listed = Listed.safeParse(JSON.parse(stdout));
  return listed.success ? listed.data.stats.expected + listed.data.stats.skipped : 0;
}

function run(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  stdio: 'inherit' | 'pipe' = 'inherit',
): { readonly status: number | null; readonly stdout: string } {
  return spawnSync(process.execPath, [...args], {
    cwd: root,
    stdio: ['ignore', stdio, 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...env },
  });
}

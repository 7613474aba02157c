/**
 * `npm run package`: packs the desktop app into `dist-packages/` and looks at what came out. Without flags an unpacked app for this system, on the
 * Electron that is here or can be fetched, else on a stand-in; with `--standin --win --mac --linux` for all three on stand-ins.
 * `--installers`, on a release runner, makes what people download.
 */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { Arch, DIR_TARGET, Platform, build } from 'electron-builder';
import { z } from 'zod';
import { builderConfig } from '../electron-builder';
import { leftOut } from '../package/environment';
import { inspect, summaryOf } from '../package/inspect';
import { packedApps, type System } from '../package/packed';
import { stageApp } from '../package/stage';
import { makeStandinDistribution } from '../package/standin/distribution';
import { buildAll, buildIfStale } from './bundle';
import { electronFolder, electronVersion, fetchElectron } from './electron';
import { dist, root } from './paths';
import { done, failed, step } from './report';

const Options = z.object({
  check: z.boolean().default(false),
  installers: z.boolean().default(false),
  standin: z.boolean().default(false),
  win: z.boolean().default(false),
  mac: z.boolean().default(false),
  linux: z.boolean().default(false),
  build: z.boolean(),
  output: z.string(),
});
type Options = z.infer<typeof Options>;

const systems: readonly System[] = ['linux', 'win32', 'darwin'];
const platforms: Readonly<Record<System, Platform>> = {
  win32: Platform.WINDOWS,
  darwin: Platform.MAC,
  linux: Platform.LINUX,
};

const command = new Command('npm run package --')
  .description('Packs the desktop app')
  .option('--check', 'pack nothing, look at what is there')
  .option('--installers', 'what people download, instead of an unpacked app; needs the tools of the system it runs on')
  .option('--standin', 'on a stand-in for Electron, even if there is one')
  .option('--win', 'for Windows')
  .option('--mac', 'for macOS')
  .option('--linux', 'for Linux')
  .option('--no-build', 'pack what `npm run build` has left')
  .option('--output <folder>', 'where to', path.join(root, 'dist-packages'))
  .parse();

try {
  process.exitCode = (await pack(Options.parse(command.opts()))) ? 0 : 1;
} catch (error) {
  failed(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/** True if everything that came out is as it should be. */
async function pack(options: Options): Promise<boolean> {
  const started = Date.now();
  const output = path.resolve(options.output);
  if (!options.check) await packAll(options, output);
  const inspections = await Promise.all(packedApps(output).map(inspect));
  for (const line of inspections.flatMap(summaryOf)) console.log(`  ${line}`);
  const good = inspections.length > 0 && inspections.every(({ problems }) => problems.length === 0);
  const words = `${inspections.length} packed in ${output} (${((Date.now() - started) / 1000).toFixed(1)} s)`;
  (good ? done : failed)(words);
  return good;
}

async function packAll(options: Options, output: string): Promise<void> {
  // What is released is built with the environment of now: the address and the key of the feed are in it.
  if (options.build) await (options.installers ? buildAll() : buildIfStale());
  for (const what of options.installers ? leftOut(process.env, process.platform) : []) step(`Left out: ${what}`);
  // What an earlier run left would be taken for this one's.
  for (const { folder } of packedApps(output)) rmSync(folder, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const app = path.join(output, 'app');
  stageApp(dist, app, process.env);
  for (const system of systemsOf(options)) await packFor(system, options, app, output);
}

function systemsOf({ win, mac, linux }: Options): System[] {
  const asked: Readonly<Record<System, boolean>> = { win32: win, darwin: mac, linux };
  const named = systems.filter((system) => asked[system]);
  return named.length > 0 ? named : [systems.find((system) => system === process.platform) ?? 'linux'];
}

async function packFor(system: System, options: Options, app: string, output: string): Promise<void> {
  const electronDist = distributionFor(system, options, output);
  const platform = platforms[system];
  await build({
    projectDir: root,
    config: builderConfig({ app, output, electronDist, env: process.env }),
    targets: options.installers ? platform.createTarget() : platform.createTarget(DIR_TARGET, architectureOf(options)),
    // The workflow uploads, when everything has been looked at.
    publish: 'never',
  });
}

/** Null where electron-builder fetches what it needs: the installers of a system are for several processors. */
function distributionFor(system: System, { installers, standin }: Options, output: string): string | null {
  if (installers) return null;
  if (!standin && system === process.platform && (electronFolder() !== null || fetchElectron(step)))
    return electronFolder();
  const folder = path.join(output, 'standin', system);
  done(`${system}: packed on a stand-in${standin ? '' : ', there is no Electron binary'}`);
  return makeStandinDistribution(system, electronVersion(), folder);
}

/** An unpacked app runs on this machine; a stand-in is the same for every one. */
function architectureOf({ standin }: Options): Arch {
  return !standin && process.arch === 'arm64' ? Arch.arm64 : Arch.x64;
}

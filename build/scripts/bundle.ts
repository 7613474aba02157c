/** Builds everything into `dist/`: Node processes with Rolldown, pages with Vite. */
import { cpSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown, type InputOptions, type OutputOptions } from 'rolldown';
import { build as buildPage } from 'vite';
import { dist, root } from './paths';

interface NodeBundle {
  readonly input: string;
  readonly output: string;
  readonly format: 'esm' | 'cjs';
  /** `packages`: everything in node_modules stays outside; `electron`: only Electron and Node's own do (a sandboxed preload can load nothing else). */
  readonly external: 'packages' | 'electron';
}

const nodeBundles: readonly NodeBundle[] = [
  { input: 'server/switch/main.ts', output: 'switch.js', format: 'esm', external: 'packages' },
  { input: 'server/main.ts', output: 'service.js', format: 'esm', external: 'packages' },
  { input: 'electron/browser/main.ts', output: 'browser-host.js', format: 'esm', external: 'packages' },
  { input: 'electron/desktop/main.ts', output: 'desktop/main.cjs', format: 'cjs', external: 'electron' },
  { input: 'electron/desktop/preload.ts', output: 'desktop/preload.cjs', format: 'cjs', external: 'electron' },
];

/** Where the console's updates come from, and the public half of the key that signs them: at a release only. Without either it never looks for any. */
const { UPDATE_FEED_URL: url, UPDATE_FEED_PUBLIC_KEY: publicKey } = process.env;
const updateFeed = url && publicKey ? { url, publicKey } : null;

const pages = ['renderer', 'server/switch/phones', 'server/web/manager'] as const;
/** In the same folder as the console's page, which empties it first. */
const replayPage = 'renderer/replay';

/** What a build is made from. */
const sources = ['shared', 'server', 'electron', 'renderer', 'build', 'package-lock.json'] as const;
/** Written last: its time says when everything in `dist/` was whole. */
const stamp = path.join(dist, '.built');

/** Builds unless nothing has changed since the last build. True if it did. */
export async function buildIfStale(): Promise<boolean> {
  if (existsSync(stamp) && newestOf(sources.map((source) => path.join(root, source))) < statSync(stamp).mtimeMs)
    return false;
  await buildAll();
  return true;
}

export async function buildAll(): Promise<void> {
  rmSync(dist, { recursive: true, force: true });
  await Promise.all([...nodeBundles.map(bundleForNode), ...pages.map(bundlePage)]);
  await bundlePage(replayPage);
  // The desktop host reads these itself; they are part of what is packed.
  cpSync(path.join(root, 'build', 'icons', 'tray', 'png'), path.join(dist, 'desktop', 'tray'), { recursive: true });
  writeFileSync(stamp, '');
}

/** Time of the last change in any of these files and folders. */
function newestOf(places: readonly string[]): number {
  const times = places.map((place) => {
    const { mtimeMs } = statSync(place);
    if (!statSync(place).isDirectory()) return mtimeMs;
    return Math.max(mtimeMs, newestOf(readdirSync(place).map((name) => path.join(place, name))));
  });
  return Math.max(0, ...times);
}

async function bundleForNode({ input, output, format, external }: NodeBundle): Promise<void> {
  const options: InputOptions = {
    input: path.join(root, input),
    platform: 'node',
    external: external === 'packages' ? isPackage : ['electron', /^node:/],
    logLevel: 'warn',
    transform: { define: { BUILT_UPDATE_FEED: JSON.stringify(updateFeed) } },
  };
  const written: OutputOptions = { file: path.join(dist, output), format, sourcemap: true, codeSplitting: false };
  const bundle = await rolldown(options);
  await bundle.write(written);
  await bundle.close();
}

/** A bare specifier, not one of our own relative or absolute paths. */
function isPackage(specifier: string): boolean {
  return !specifier.startsWith('.') && !path.isAbsolute(specifier);
}

async function bundlePage(folder: string): Promise<void> {
  await buildPage({ configFile: path.join(root, folder, 'vite.config.ts'), logLevel: 'warn' });
}

if (process.argv[1]?.endsWith('bundle.ts')) await buildAll();

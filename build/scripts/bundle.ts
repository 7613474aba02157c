/** Builds everything into `dist/`: Node processes with Rolldown, pages with Vite. */
import { rmSync } from 'node:fs';
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

const pages = ['renderer', 'server/switch/phones'] as const;

export async function buildAll(): Promise<void> {
  rmSync(dist, { recursive: true, force: true });
  await Promise.all([...nodeBundles.map(bundleForNode), ...pages.map(bundlePage)]);
}

async function bundleForNode({ input, output, format, external }: NodeBundle): Promise<void> {
  const options: InputOptions = {
    input: path.join(root, input),
    platform: 'node',
    external: external === 'packages' ? isPackage : ['electron', /^node:/],
    logLevel: 'warn',
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

async function bundlePage(folder: (typeof pages)[number]): Promise<void> {
  await buildPage({
    root: path.join(root, folder),
    configFile: path.join(root, folder, 'vite.config.ts'),
    logLevel: 'warn',
  });
}

if (process.argv[1]?.endsWith('bundle.ts')) await buildAll();

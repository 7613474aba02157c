/** Builds the stand-in for Electron into `dist/standin`. */
import path from 'node:path';
import { rolldown } from 'rolldown';
import { dist, root } from '../../build/scripts/paths';
import { standinBundles } from './bundles';

export async function buildStandin(): Promise<void> {
  for (const { input, output, options, format } of standinBundles) {
    const bundle = await rolldown({ ...options, input: path.join(root, input), logLevel: 'warn' });
    await bundle.write({ ...format, file: path.join(dist, output), sourcemap: true, codeSplitting: false });
    await bundle.close();
  }
}

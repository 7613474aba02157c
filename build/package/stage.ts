/** Lays out what goes into the archive, and nothing else: the bundles of the desktop host with their assets, its pages, a package.json of its own. */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packedPackage } from './about';

/** What a package has in any case. */
export const required = [
  'package.json',
  'dist/desktop/main.cjs',
  'dist/desktop/preload.cjs',
  'dist/renderer/index.html',
  'dist/renderer/replay.html',
] as const;

/** `dist` as `npm run build` leaves it. Maps stay outside: they hold the sources. */
export function stageApp(dist: string, to: string, env: NodeJS.ProcessEnv): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(path.join(to, 'dist'), { recursive: true });
  for (const folder of ['desktop', 'renderer'])
    cpSync(path.join(dist, folder), path.join(to, 'dist', folder), {
      recursive: true,
      filter: (from) => !from.endsWith('.map'),
    });
  writeFileSync(path.join(to, 'package.json'), `${JSON.stringify(packedPackage(env), null, 2)}\n`);
  const missing = required.filter((file) => !existsSync(path.join(to, file)));
  if (missing.length > 0) throw new Error(`Not built: ${missing.join(', ')}. Run \`npm run build\` first.`);
}

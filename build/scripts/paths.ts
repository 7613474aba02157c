/** Where things are in a checkout. */
import { fileURLToPath } from 'node:url';
import path from 'node:path';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const dist = path.join(root, 'dist');
export const bundles = {
  switch: path.join(dist, 'switch.js'),
  service: path.join(dist, 'service.js'),
  browserHost: path.join(dist, 'browser-host.js'),
  desktop: path.join(dist, 'desktop', 'main.cjs'),
} as const;

/** Where the desktop host's own files lie: bundled into `dist/desktop`, beside the pages in `dist/renderer`. */
import path from 'node:path';

export const preloadFile = path.join(__dirname, 'preload.cjs');
export const rendererDir = path.join(__dirname, '..', 'renderer');

/**
 * What Electron knows about the app it runs: a bundle named on the command line, or one that is packed beside the program. An archive cannot be read by
 * plain Node, so what was in it lies in a folder here: `STANDIN_PACKAGED` names the folder of the packed app's resources, the command line still names
 * the bundle, and the app is told neither.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const resources = process.env['STANDIN_PACKAGED'];
const main = path.resolve(process.argv[1] ?? '');

export const isPackaged = resources !== undefined;
/** Of a packed app the folder with its package.json; of a bundle that is named, its folder. */
export const appPath = isPackaged ? path.resolve(path.dirname(main), '..', '..') : path.dirname(main);
export const described = isPackaged ? readPackage(appPath) : { name: 'assistant-console', version: '0.0.0' };

interface Described {
  readonly name: string;
  readonly version: string;
  readonly productName?: string;
}

function readPackage(folder: string): Described {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Described;
}

/** As the program starts: a packed app sees itself and its arguments, and no bundle between. */
export function hideBundle(): void {
  if (resources === undefined) return;
  process.argv.splice(1, 1);
  Object.defineProperty(process, 'resourcesPath', { value: resources, enumerable: true });
}

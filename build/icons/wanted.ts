/** Which icons there are: drawn once as svg, kept in every size that some system shows. `npm run icons` makes them anew. */

/** From this size on the drawing with all its lines is used, below it the one for a few pixels. */
const smallest = 33;

export interface Drawing {
  /** What the files are called; electron-builder finds a document's by its extension. */
  readonly name: 'icon' | 'acsession';
  /** macOS wants room around a tile; a sheet of paper has it already. */
  readonly onMac: 'tile' | 'sheet';
  /** Linux takes them one by one; nobody there shows icons of documents that a package brings. */
  readonly pngs: readonly number[];
}

export const drawings: readonly Drawing[] = [
  { name: 'icon', onMac: 'tile', pngs: [16, 24, 32, 48, 64, 128, 256, 512] },
  { name: 'acsession', onMac: 'sheet', pngs: [] },
];

/** Windows at 100 to 250 per cent. */
export const icoSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256] as const;

/** macOS: the type of each entry with its pixels; the same picture serves once as itself and once as a smaller one's double. */
export const icnsEntries: readonly (readonly [type: string, size: number])[] = [
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic04', 16],
  ['ic14', 512],
  ['ic09', 512],
  ['ic05', 32],
  ['ic10', 1024],
  ['ic11', 32],
];

export function svgOf(name: Drawing['name'], size: number): string {
  return size < smallest ? `${name}-small.svg` : `${name}.svg`;
}

/** Every icon that a package names is there, in the sizes that its name promises. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../scripts/paths';
import { drawings, icnsEntries, icoSizes, svgOf } from './wanted';

const at = (name: string): string => path.join(root, 'build', 'icons', name);
const read = (name: string): Buffer => readFileSync(at(name));

/** A PNG says its size in its first chunk. */
function sizeOf(png: Buffer): { width: number; height: number } {
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

function icoEntries(ico: Buffer): number[] {
  return Array.from({ length: ico.readUInt16LE(4) }, (_, entry) => ico.readUInt8(6 + entry * 16) || 256);
}

function icnsTypes(icns: Buffer): Map<string, number> {
  const types = new Map<string, number>();
  for (let place = 8; place < icns.length; place += icns.readUInt32BE(place + 4))
    types.set(icns.toString('latin1', place, place + 4), place + 8);
  return types;
}

describe.each(drawings)('$name', ({ name, pngs }) => {
  it('is drawn large and small', () => {
    expect([16, 1024].map((size) => existsSync(at(svgOf(name, size))))).toEqual([true, true]);
    expect(svgOf(name, 16)).not.toBe(svgOf(name, 1024));
  });

  it('has its pngs', () => {
    for (const size of pngs) expect(sizeOf(read(`png/${size}x${size}.png`))).toEqual({ width: size, height: size });
  });

  it('has an ico with every size of Windows', () => {
    expect(icoEntries(read(`${name}.ico`)).toSorted((a, b) => a - b)).toEqual([...icoSizes]);
  });

  it('has an icns with every entry of macOS', () => {
    const icns = read(`${name}.icns`);
    const found = icnsTypes(icns);
    for (const [type, size] of icnsEntries) {
      const place = found.get(type);
      expect(place, type).toBeDefined();
      // The two smallest are kept as colours, not as a PNG.
      if (size >= 64) expect(sizeOf(icns.subarray(place))).toEqual({ width: size, height: size });
    }
  });
});

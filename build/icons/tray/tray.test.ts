/** Every picture of the tray is there in its size, and no two states look alike, not even without colour. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/paths';
import { pictures, trayStates } from './wanted';

const read = (file: string) => readFileSync(path.join(root, 'build', 'icons', 'tray', 'png', file));

it.each(pictures)('$file', ({ file, size }) => {
  const png = read(file);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
});

it('states differ in shape', () => {
  const shapes = trayStates.map((state) => read(`${state}Template.png`).toString('base64'));
  expect(new Set(shapes).size).toBe(trayStates.length);
});

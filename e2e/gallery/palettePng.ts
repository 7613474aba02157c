/** A picture of at most 256 colours from one of millions: screens need no more, and the repository keeps a third of the bytes. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const mostColours = 256;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** One number a pixel: red, green, blue. */
  readonly colours: Uint32Array;
}

/** `png`: 8 bits a channel, not interlaced, as Chromium takes its screenshots. */
export function toPalettePng(png: Buffer): Buffer {
  const { width, height, colours } = decode(png);
  const palette = paletteOf(colours);
  const indexOf = nearestIn(palette);
  const rows = Buffer.alloc((width + 1) * height);
  colours.forEach((colour, at) => {
    const row = Math.floor(at / width);
    rows[row * (width + 1) + 1 + (at - row * width)] = indexOf(colour);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const parts = [
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...parts]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(data.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crc32(named), named.length + 4);
  return out;
}

/** https://www.w3.org/TR/png-3/#9Filters */
export function decode(png: Buffer): Pixels {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const size = png[25] === 6 ? 4 : 3;
  if (png[24] !== 8 || (png[25] !== 2 && png[25] !== 6) || png[28] !== 0)
    throw new Error('not a screenshot of Chromium');
  const packed: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(packed));
  const stride = width * size;
  const colours = new Uint32Array(width * height);
  let above: Buffer = Buffer.alloc(stride);
  for (let row = 0; row < height; row += 1) {
    const start = row * (stride + 1);
    const line = raw.subarray(start + 1, start + 1 + stride);
    unfilter(raw[start] ?? 0, line, above, size);
    for (let x = 0; x < width; x += 1) colours[row * width + x] = line.readUIntBE(x * size, 3);
    above = line;
  }
  return { width, height, colours };
}

function unfilter(filter: number, line: Buffer, above: Buffer, size: number): void {
  for (let at = 0; at < line.length; at += 1) {
    const left = at < size ? 0 : (line[at - size] ?? 0);
    const up = above[at] ?? 0;
    const corner = at < size ? 0 : (above[at - size] ?? 0);
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
    line[at] = ((line[at] ?? 0) + guess) & 255;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

const channels = (colour: number): [number, number, number] => [colour >> 16, (colour >> 8) & 255, colour & 255];

/** The colours of surfaces and letters as they are; the rest, edges of letters mostly, by median cut. */
export function paletteOf(colours: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byUse = [...counts].sort(([, a], [, b]) => b - a);
  const exact = byUse.slice(0, byUse.length <= mostColours ? mostColours : 96).map(([colour]) => colour);
  const rest = byUse.slice(exact.length);
  return rest.length === 0 ? exact : [...exact, ...medianCut(rest, mostColours - exact.length)];
}

type Counted = readonly [colour: number, count: number];

function medianCut(all: readonly Counted[], wanted: number): number[] {
  let boxes: (readonly Counted[])[] = [all];
  while (boxes.length < wanted) {
    const widest = boxes.reduce((best, box) => (weight(box) > weight(best) ? box : best));
    if (weight(widest) === 0) break;
    const channel = longestChannel(widest);
    const sorted = [...widest].sort(([a], [b]) => (channels(a)[channel] ?? 0) - (channels(b)[channel] ?? 0));
    const half = sorted.length >> 1;
    boxes = [...boxes.filter((box) => box !== widest), sorted.slice(0, half), sorted.slice(half)];
  }
  return boxes.map(mean);
}

const spread = (box: readonly Counted[], channel: number): number => {
  let [low, high] = [255, 0];
  for (const [colour] of box) {
    const value = channels(colour)[channel] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high - low;
};

function longestChannel(box: readonly Counted[]): number {
  return [0, 1, 2].reduce((best, channel) => (spread(box, channel) > spread(box, best) ? channel : best));
}

/** A box of one colour needs no cut. */
function weight(box: readonly Counted[]): number {
  return box.length < 2
    ? 0
    : spread(box, longestChannel(box)) * Math.sqrt(box.reduce((sum, [, count]) => sum + count, 0));
}

function mean(box: readonly Counted[]): number {
  const total = box.reduce((sum, [, count]) => sum + count, 0);
  const [red, green, blue] = [0, 1, 2].map((channel) =>
    Math.round(box.reduce((sum, [colour, count]) => sum + (channels(colour)[channel] ?? 0) * count, 0) / total),
  );
  return ((red ?? 0) << 16) | ((green ?? 0) << 8) | (blue ?? 0);
}

function nearestIn(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, index) => [colour, index]));
  return (colour) => {
    const found = known.get(colour);
    if (found !== undefined) return found;
    const [red, green, blue] = channels(colour);
    let [best, least] = [0, Infinity];
    palette.forEach((other, index) => {
      const [r, g, b] = channels(other);
      const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
      if (distance < least) [best, least] = [index, distance];
    });
    known.set(colour, best);
    return best;
  };
}

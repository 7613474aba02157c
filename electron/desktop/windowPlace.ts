/** The window's own place and size: remembered, and restored only onto a display that is there. */
import path from 'node:path';
import { screen } from 'electron';
import type { BrowserWindow, Rectangle } from 'electron';
import { z } from 'zod';
import { systemClock } from '../core/clock';
import { Document } from '../core/files/document';
import { VersionedFile } from '../core/files/versionedFile';
import type { Log } from '../core/log';

const Coordinate = z.number().int().min(-100_000).max(100_000);
const Place = z.object({
  version: z.literal(1),
  /** Of the window when it is not maximized, in the units of Electron's `screen`. */
  bounds: z.object({ x: Coordinate, y: Coordinate, width: Coordinate, height: Coordinate }).nullable(),
  maximized: z.boolean(),
});
export type WindowPlace = Document<z.infer<typeof Place>>;

/** So much of the window must be on a display to be found and dragged. */
const leastVisible = { width: 200, height: 60 };

export function openWindowPlace(dataDir: string, log: Log): WindowPlace {
  const initial = { version: 1, bounds: null, maximized: false } as const;
  const file = path.join(dataDir, 'window.json');
  return new Document(new VersionedFile(file, { schema: Place, migrations: [], initial }, log), systemClock, log);
}

/** What the window opens with; nothing where its old place is on no display. */
export function boundsOf(place: WindowPlace): Partial<Rectangle> {
  const { bounds } = place.value;
  if (bounds === null) return {};
  return onto(
    bounds,
    screen.getAllDisplays().map((display) => display.workArea),
  );
}

export function onto(bounds: Rectangle, areas: readonly Rectangle[]): Partial<Rectangle> {
  const area = areas.find((candidate) => isReachable(bounds, candidate));
  if (area === undefined) return {};
  const width = Math.min(bounds.width, area.width);
  const height = Math.min(bounds.height, area.height);
  return {
    x: between(bounds.x, area.x, area.x + area.width - width),
    y: between(bounds.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

export function followWindow(window: BrowserWindow, place: WindowPlace): void {
  if (place.value.maximized) window.maximize();
  const remember = () => {
    if (window.isMinimized()) return;
    place.put({ version: 1, bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  };
  window.on('resize', remember);
  window.on('move', remember);
  window.on('maximize', remember);
  window.on('unmaximize', remember);
  window.on('close', () => {
    remember();
    place.flush();
  });
}

function isReachable(bounds: Rectangle, area: Rectangle): boolean {
  const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const height = Math.min(bounds.y + bounds.height, area.y + area.height) - Math.max(bounds.y, area.y);
  return width >= leastVisible.width && height >= leastVisible.height;
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

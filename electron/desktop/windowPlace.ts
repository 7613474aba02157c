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
  /** Whether it has been said that a closed window goes on in the tray. */
  toldOfTray: z.boolean().default(false),
});
export type WindowPlace = Document<z.infer<typeof Place>>;

/** So much of the window must be on a display to be found and dragged. */
const leastVisible = { width: 200, height: 60 };

export function openWindowPlace(dataDir: string, log: Log): WindowPlace {
  const initial = { version: 1, bounds: null, maximized: false, toldOfTray: false } as const;
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
  // A window may reach over an edge: it belongs to the display that shows most of it.
  const [area] = areas
    .filter((candidate) => isReachable(bounds, candidate))
    .toSorted((one, other) => visible(bounds, other) - visible(bounds, one));
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
  // Not before it is shown: `maximize` shows a window, whatever is in it by then.
  if (place.value.maximized) window.once('show', () => window.maximize());
  const remember = () => {
    if (window.isMinimized() || !window.isVisible()) return;
    place.put({ ...place.value, bounds: window.getNormalBounds(), maximized: window.isMaximized() });
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
  const { width, height } = overlap(bounds, area);
  return width >= leastVisible.width && height >= leastVisible.height;
}

function visible(bounds: Rectangle, area: Rectangle): number {
  const { width, height } = overlap(bounds, area);
  return width * height;
}

function overlap(bounds: Rectangle, area: Rectangle): { width: number; height: number } {
  return {
    width: Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x),
    height: Math.min(bounds.y + bounds.height, area.y + area.height) - Math.max(bounds.y, area.y),
  };
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

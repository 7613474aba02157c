/** Where telephone links come from: the command line, a second start of the console, or macOS; and who is asked to hand them to us. */
import path from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import { VersionedFile } from '../core/files/versionedFile';
import type { Log } from '../core/log';
import { sortArguments } from './startArguments';

const schemes = ['tel', 'callto'] as const;

/** macOS tells before the app is ready. One click each: of those that came before anybody could be asked, the latest counts. */
let waiting: readonly string[] = sortArguments(process.argv.slice(1), process.cwd()).links;
let open = (links: readonly string[]): void => void (waiting = links);

export function listenForLinks(): void {
  app.on('open-url', (event, url) => {
    event.preventDefault();
    open([url]);
  });
}

/** A second start that names links wants to be asked about those; true where it did. */
export function openLinks(links: readonly string[]): boolean {
  if (links.length > 0) open(links);
  return links.length > 0;
}

/** Called once the page can ask; also for every link that comes later. */
export function onLinks(listener: (links: readonly string[]) => void): void {
  open = listener;
  if (waiting.length > 0) listener(waiting);
  waiting = [];
}

const Claimed = z.object({ version: z.literal(1), claimed: z.boolean() });

/**
 * Asks the system to hand telephone links to us, once after the console was installed and never again: who has chosen another program since
 * then is not overruled. A copy that was not installed is nobody's handler: the links of a whole machine would end in a folder of its builder's.
 */
export function claimLinks(dataDir: string, log: Log): void {
  if (!app.isPackaged) return;
  const initial = { version: 1, claimed: false } as const;
  const file = new VersionedFile(path.join(dataDir, 'links.json'), { schema: Claimed, migrations: [], initial }, log);
  if (file.read().value.claimed) return;
  for (const scheme of schemes) {
    // Behind `--` nothing is a switch, whatever a link looks like to Windows.
    const given: [string?, string[]?] = process.platform === 'win32' ? [process.execPath, ['--']] : [];
    const done = app.isDefaultProtocolClient(scheme, ...given) || app.setAsDefaultProtocolClient(scheme, ...given);
    if (!done) log.warn({ scheme }, 'the system gives these links to somebody else');
  }
  const written = file.write({ version: 1, claimed: true });
  if (!written.ok)
    log.warn({ problem: written.error.message }, 'it cannot be kept that telephone links were asked for');
}

/** Updates of the console: looked for from time to time, fetched in the background, put in place when nobody is on the phone. */
import { app } from 'electron';
import type { Clock } from '../core/clock';
import type { Core } from '../core/core';
import type { HostPort } from '../core/host';
import type { Log } from '../core/log';
import { Lookout } from '../core/updates/lookout';
import { isOnThePhone } from '../../shared/desktop/onThePhone';
import { updateView } from '../core/updates/view';
import type { UpdateEvent } from '../core/updates/view';
import type { FeedHere } from './builtFeed';
import type { UpdateEngine } from './updateEngine';

interface Updater {
  /** The two that a host is asked for. */
  readonly asked: Pick<HostPort, 'checkForUpdates' | 'installUpdate'>;
  /** Returns the function that ends it. */
  follow(core: Pick<Core, 'state' | 'subscribe' | 'hostSays'>): () => void;
}

interface UpdaterOptions {
  readonly here: FeedHere | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
}

export function createUpdater({ here, clock, log, random }: UpdaterOptions): Updater {
  let engine: UpdateEngine | null = null;
  let look = (): void => undefined;
  return {
    asked: { checkForUpdates: () => look(), installUpdate: () => engine?.install() },
    follow(core) {
      if (here === null) return () => undefined;
      const tell = (event: UpdateEvent): void => {
        const { update } = core.state();
        const next = updateView(update, event);
        if (next !== update) core.hostSays({ kind: 'update', update: next });
      };
      const lookout = new Lookout(clock, random, () => engine?.look());
      look = () => {
        if (!lookout.isOn) return;
        lookout.looked();
        engine?.look();
      };
      const obey = async (): Promise<void> => {
        const { preferences, locked } = core.state();
        if (!preferences.updates) {
          lookout.end();
          tell({ kind: 'off', why: locked.includes('updates') ? 'administrator' : 'preference' });
          return;
        }
        const { startEngine } = await import('./updateEngine');
        if (!core.state().preferences.updates) return;
        engine ??= startEngine({ ...here, log, now: () => clock.wall(), version: app.getVersion(), tell });
        tell(engine === null ? { kind: 'off', why: 'notHere' } : { kind: 'on' });
        if (engine !== null) lookout.begin();
      };
      const follow = (): void =>
        void obey().catch((error: unknown) => {
          log.error({ problem: error instanceof Error ? error.message : String(error) }, 'no updates');
        });
      // Whoever leaves in the middle of a call comes back at once, and must not find an installer at work.
      const beforeQuit = (): void => {
        const { console, preferences } = core.state();
        engine?.installOnQuit(preferences.updates && !isOnThePhone(console));
      };
      app.on('before-quit', beforeQuit);
      const unsubscribe = core.subscribe((push) => push.kind === 'preferences' && follow());
      follow();
      return () => {
        unsubscribe();
        lookout.end();
      };
    },
  };
}

/** Changes of the speed dials, kept by the host. Quick presses build on one another, also while the first is still being written. */
import { useTranslation } from 'react-i18next';
import type { SpeedDials } from '../../../shared/console/speedDials';
import { useAppHandle } from '../../store/context';
import type { App } from '../../store/app';
import { sameContents } from './edit';

interface Ahead {
  dials: SpeedDials;
  inFlight: number;
}

/** What is on its way to the host, and not yet in the state. */
const ahead = new WeakMap<App, Ahead>();

/** Resolves with false where it could not be written (which has been said). */
export async function applyEdit(app: App, change: (now: SpeedDials) => SpeedDials): Promise<boolean> {
  const before = ahead.get(app);
  const now = before?.dials ?? app.store.getState().speedDials;
  const next = change(now);
  if (next === now) return true;
  const mine = before ?? { dials: next, inFlight: 0 };
  mine.dials = next;
  mine.inFlight += 1;
  ahead.set(app, mine);
  const written = await app.actions.saveSpeedDials(next);
  mine.inFlight -= 1;
  // What could not be written takes what was built on it along: the state is the truth again.
  if ((!written || mine.inFlight === 0) && ahead.get(app) === mine) ahead.delete(app);
  return written;
}

export interface Edit {
  readonly edit: (change: (now: SpeedDials) => SpeedDials) => Promise<boolean>;
  /** Says in a message what was done, with a way back as long as nothing else has changed since. */
  readonly editWithUndo: (said: string, change: (now: SpeedDials) => SpeedDials) => Promise<boolean>;
}

export function useEdit(): Edit {
  const { t } = useTranslation();
  const app = useAppHandle();
  const edit = (change: (now: SpeedDials) => SpeedDials): Promise<boolean> => applyEdit(app, change);
  return {
    edit,
    editWithUndo: async (said, change) => {
      let before: SpeedDials | undefined;
      let after: SpeedDials | undefined;
      const written = await edit((now) => (after = change((before = now))));
      if (!written || before === undefined || after === undefined) return written;
      const [old, done] = [before, after];
      app.actions.toast('info', said, {
        label: t('speedDial.undo'),
        run: () =>
          void edit((now) => {
            if (sameContents(now, done)) return { ...now, groups: old.groups, entries: old.entries };
            app.actions.toast('warn', t('speedDial.undoTooLate'));
            return now;
          }),
      });
      return true;
    },
  };
}

/** How a command was given, for the recording of the session: told after the command itself has left, so that no press waits for it. */
import type { Intent } from '../../shared/session/intent';
import type { App } from '../store/app';
import type { CommandName } from './names';

type How = Pick<Intent, 'way' | 'keys'>;

/** Buttons and rows are pressed, whichever way; all others say so. */
const byClick: How = { way: 'click', keys: null };

let how = byClick;

/** Commands that are run by `act` were given this way. */
export function given(wanted: How, act: () => void): void {
  const before = how;
  how = wanted;
  try {
    act();
  } finally {
    how = before;
  }
}

/** Runs it, and tells that somebody wanted it. */
export function told(name: CommandName, run: (app: App) => void): (app: App) => void {
  return (app) => {
    const intent: Intent = { ...how, command: name };
    try {
      run(app);
    } finally {
      app.actions.intend(intent);
    }
  };
}

/** It was wanted and could not be done. */
export function tellWanted(name: CommandName, app: App): void {
  app.actions.intend({ ...how, command: name });
}

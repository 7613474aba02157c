/** Keys that answer and hang up in whatever program somebody works: in force while an assistant is signed in, as the preferences say. */
import { globalShortcut } from 'electron';
import { judgeSystemKeys, normalAccelerator } from '../../shared/desktop/judgeSystemKeys';
import { systemKeyCommands, systemKeysOff } from '../../shared/desktop/systemKeys';
import type { SystemKeyCommand, SystemKeyStatus, SystemKeysView } from '../../shared/desktop/systemKeys';
import { systemClock } from '../core/clock';
import type { Clock } from '../core/clock';
import type { Core } from '../core/core';
import type { Log } from '../core/log';

/** Milliseconds between two presses of a key that is held down, at the slowest: a second press of Hang up would end another call. */
const heldMs = 1_000;

export interface SystemKeysEnvironment {
  readonly core: Pick<Core, 'state' | 'subscribe' | 'hostSays'>;
  readonly log: Log;
  readonly press: (command: SystemKeyCommand) => void;
  readonly clock?: Pick<Clock, 'monotonic'>;
}

export interface SystemKeysFollower {
  /** What another program had may be free now. */
  readonly again: () => void;
  readonly close: () => void;
}

export function followSystemKeys({ core, log, press, clock = systemClock }: SystemKeysEnvironment): SystemKeysFollower {
  const isMac = process.platform === 'darwin';
  /** By command, as they were asked for. */
  const registered = new Map<SystemKeyCommand, string>();
  const pressedAt = new Map<SystemKeyCommand, number>();

  const pressed = (command: SystemKeyCommand) => {
    const before = pressedAt.get(command);
    const now = clock.monotonic();
    pressedAt.set(command, now);
    if (before === undefined || now - before > heldMs) press(command);
  };
  const letGo = (command: SystemKeyCommand) => {
    const keys = registered.get(command);
    if (keys !== undefined) globalShortcut.unregister(keys);
    registered.delete(command);
  };
  const take = (command: SystemKeyCommand, keys: string): SystemKeyStatus => {
    if (registered.get(command) === keys) return 'inForce';
    const done = asked(() => globalShortcut.register(keys, () => pressed(command)));
    if (!done) log.info({ command }, 'system-wide keys belong to another program');
    if (done) registered.set(command, keys);
    return done ? 'inForce' : 'taken';
  };
  const follow = () => {
    const { console, preferences, systemKeys } = core.state();
    const wanted = preferences.systemKeys;
    const problems = judgeSystemKeys(wanted, isMac);
    const keysOf = (command: SystemKeyCommand): string | null => {
      const keys = wanted[command];
      if (console === null || keys === null || problems[command] !== null) return null;
      return normalAccelerator(keys, isMac);
    };
    // First all that is not wanted any more: the two may have changed places.
    for (const command of systemKeyCommands) if (registered.get(command) !== keysOf(command)) letGo(command);
    const statusOf = (command: SystemKeyCommand): SystemKeyStatus => {
      const keys = keysOf(command);
      return keys === null ? (problems[command] ?? 'off') : take(command, keys);
    };
    const view: SystemKeysView = { answer: statusOf('answer'), hangUp: statusOf('hangUp') };
    if (view.answer !== systemKeys.answer || view.hangUp !== systemKeys.hangUp)
      core.hostSays({ kind: 'systemKeys', systemKeys: view });
  };

  let signedIn = core.state().console !== null;
  core.subscribe((push) => {
    const was = signedIn;
    if (push.kind === 'console') signedIn = push.console !== null;
    if (push.kind === 'preferences' || signedIn !== was) follow();
  });
  follow();
  return {
    again: follow,
    close() {
      systemKeyCommands.forEach(letGo);
      core.hostSays({ kind: 'systemKeys', systemKeys: systemKeysOff });
    },
  };
}

/** Electron throws where it does not know a key. */
function asked(register: () => boolean): boolean {
  try {
    return register();
  } catch {
    return false;
  }
}

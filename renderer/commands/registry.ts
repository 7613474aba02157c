/** Every command of the console: one list that toolbar, keyboard and tooltips read. */
import type { CallCommand } from '../../shared/calls/availability';
import type { App } from '../store/app';
import type { AppState } from '../store/state';
import type { CommandName } from './names';
import { dialFieldId, directoryFieldId, focusField } from './focus';
import { holdOrResume, target, type Reason } from './target';

export interface Shortcut {
  /** As tinykeys writes it; `$mod` is Ctrl, or Cmd on macOS. */
  readonly keys: string;
  /** Also while typing in a text field. Only for keys that type nothing and edit nothing. */
  readonly inText: boolean;
}

export interface ConsoleCommand {
  readonly name: CommandName;
  /** Key of its label under `command.`; Hold and Resume are one command with two labels. */
  readonly label: (
    state: AppState,
  ) => 'answer' | 'hangUp' | 'hold' | 'resume' | 'transfer' | 'redirect' | 'dial' | 'findPerson';
  readonly shortcuts: readonly Shortcut[];
  /** Null when it can run now. */
  readonly unavailable: (state: AppState) => Reason | null;
  readonly run: (app: App) => void;
}

const key = (keys: string, inText = true): Shortcut => ({ keys, inText });

function reasonOf(command: CallCommand, state: AppState): Reason | null {
  const found = target(command, state);
  return found.ok ? null : found.reason;
}

function sendTo(command: 'answer' | 'hangUp' | 'hold' | 'retrieve' | 'redirect', app: App): void {
  const found = target(command, app.store.getState());
  if (!found.ok) return;
  app.actions.select(found.call.connectionId);
  app.actions.send({ type: command, connectionId: found.call.connectionId });
}

export const commands: readonly ConsoleCommand[] = [
  {
    name: 'answer',
    label: () => 'answer',
    shortcuts: [key('F2'), key('$mod+a', false)],
    unavailable: (state) => reasonOf('answer', state),
    run: (app) => sendTo('answer', app),
  },
  {
    name: 'hangUp',
    label: () => 'hangUp',
    shortcuts: [key('F4'), key('$mod+Shift+h')],
    unavailable: (state) => reasonOf('hangUp', state),
    run: (app) => sendTo('hangUp', app),
  },
  {
    name: 'holdResume',
    label: (state) => (holdOrResume(state) === 'hold' ? 'hold' : 'resume'),
    shortcuts: [key('F6'), key('$mod+l', false)],
    unavailable: (state) => reasonOf(holdOrResume(state), state),
    run: (app) => sendTo(holdOrResume(app.store.getState()), app),
  },
  {
    name: 'transfer',
    label: () => 'transfer',
    shortcuts: [key('F7'), key('$mod+Shift+x')],
    unavailable: (state) => reasonOf('transfer', state),
    run: (app) => {
      const found = target('transfer', app.store.getState());
      if (found.ok) app.actions.open({ kind: 'reach', purpose: 'transfer', connectionId: found.call.connectionId });
    },
  },
  {
    name: 'redirect',
    label: () => 'redirect',
    shortcuts: [key('F8'), key('$mod+Shift+d')],
    unavailable: (state) => reasonOf('redirect', state),
    run: (app) => sendTo('redirect', app),
  },
  {
    name: 'dial',
    label: () => 'dial',
    shortcuts: [key('$mod+k'), key('F9')],
    unavailable: () => null,
    run: () => focusField(dialFieldId),
  },
  {
    name: 'findPerson',
    label: () => 'findPerson',
    shortcuts: [key('$mod+f')],
    unavailable: () => null,
    run: () => focusField(directoryFieldId),
  },
];

export function commandNamed(name: CommandName): ConsoleCommand {
  const found = commands.find((command) => command.name === name);
  if (!found) throw new Error(`no command ${name}`);
  return found;
}

/** For app-wide keys: runs it where it can, else says why not. */
export function runCommand(command: ConsoleCommand, app: App, explain: (reason: Reason) => void): void {
  const reason = command.unavailable(app.store.getState());
  if (reason === null) command.run(app);
  else explain(reason);
}

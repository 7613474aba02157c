/** Every command of the console: one list that toolbar, menus, palette, keyboard, cheat sheet and editor read. */
import type { App } from '../store/app';
import type { AppState } from '../store/state';
import { callCommands } from './callCommands';
import type { ConsoleCommand } from './command';
import { consoleCommands } from './consoleCommands';
import { goCommands } from './goCommands';
import { managerCommands } from './managerCommands';
import type { CommandName } from './names';
import type { Reason } from './reason';
import { tellWanted } from './way';

export type { ConsoleCommand } from './command';

export const commands: readonly ConsoleCommand[] = [
  ...callCommands,
  ...managerCommands,
  ...goCommands,
  ...consoleCommands,
];

const byName = new Map(commands.map((command) => [command.name, command]));

export function commandNamed(name: CommandName): ConsoleCommand {
  const found = byName.get(name);
  if (!found) throw new Error(`no command ${name}`);
  return found;
}

/** For names that come from outside of the page (menus, notifications). */
export function isCommandName(name: string): name is CommandName {
  return commands.some((command) => command.name === name);
}

/** Whatever holds the shortcuts the assistant has set. */
type KeysState = { readonly preferences: Pick<AppState['preferences'], 'shortcuts'> };

/** The keys in force: what the assistant has set, else the command's own. Equal as long as neither changes: fit for `useApp`. */
export function keysOf(state: KeysState, name: CommandName): readonly string[] {
  return state.preferences.shortcuts[name] ?? commandNamed(name).keys;
}

/** For app-wide keys: runs it where it can, else says why not. */
export function runCommand(command: ConsoleCommand, app: App, explain: (reason: Reason) => void): void {
  const reason = command.unavailable(app.store.getState());
  if (reason === null) command.run(app);
  else {
    explain(reason);
    tellWanted(command.name, app);
  }
}

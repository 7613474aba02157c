/** What a command is: one list of these feeds toolbar, menus, palette, keyboard, cheat sheet and editor. */
import type { en } from '../strings/en';
import type { App } from '../store/app';
import type { AppState } from '../store/state';
import type { CommandName } from './names';
import type { Reason } from './reason';
import { told } from './way';

/** In the order of cheat sheet and editor. */
export const commandGroups = ['call', 'manager', 'go', 'console'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** Keys under `command.` and `commandHelp.`: every name is one; some commands have another for each state (Hold, Resume). */
export type CommandLabel = keyof (typeof en)['command'];
export type CommandHelp = keyof (typeof en)['commandHelp'];

export interface ConsoleCommand {
  readonly name: CommandName;
  readonly group: CommandGroup;
  /** What it would do now: key under `command.`; `command.<name>` is its name whatever the state. */
  readonly label: (state: AppState) => CommandLabel;
  /** Key under `commandHelp.`: one sentence. */
  readonly help: (state: AppState) => CommandHelp;
  /** As it comes; what the assistant has set instead says `keysOf`. Written as in chord.ts. */
  readonly keys: readonly string[];
  /** Null when it can run now. */
  readonly unavailable: (state: AppState) => Reason | null;
  /** Does nothing where it is unavailable. */
  readonly run: (app: App) => void;
}

interface CommandParts {
  readonly name: CommandName;
  readonly group: CommandGroup;
  readonly keys: readonly string[];
  readonly label?: ConsoleCommand['label'];
  readonly help?: ConsoleCommand['help'];
  readonly unavailable?: ConsoleCommand['unavailable'];
  readonly run: (app: App) => void;
}

/** Fills in what most commands share: named after themselves, always there, told to the recording. */
export function command({ name, group, keys, label, help, unavailable, run }: CommandParts): ConsoleCommand {
  return {
    name,
    group,
    keys,
    label: label ?? (() => name),
    help: help ?? (() => name),
    unavailable: unavailable ?? (() => null),
    run: told(name, run),
  };
}

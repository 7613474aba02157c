/** What the palette finds in what the console knows already. People of the directory come later, from the service. */
import type { Dn, UserId } from '../../shared/ids';
import type { DirectoryEntry } from '../../shared/protocol/messages';
import type { CommandLabel, ConsoleCommand } from '../commands/command';
import type { Reason } from '../commands/reason';
import { commands, keysOf } from '../commands/registry';
import { cleanDialString, looksLikeNumber } from '../format/dialString';
import { spokenName } from '../format/person';
import type { AppState } from '../store/state';
import { rank, ranked } from './rank';

export type PaletteEntry =
  | { readonly kind: 'number'; readonly id: string; readonly number: Dn }
  | {
      readonly kind: 'command';
      readonly id: string;
      readonly command: ConsoleCommand;
      readonly label: CommandLabel;
      readonly keys: string | undefined;
      readonly reason: Reason | null;
    }
  | {
      readonly kind: 'manager';
      readonly id: string;
      readonly managerId: UserId;
      readonly name: string;
      readonly number: Dn;
    }
  | {
      readonly kind: 'speedDial' | 'person';
      readonly id: string;
      readonly name: string;
      readonly number: string;
      readonly aside: string;
    };

/** As many of each kind as help; one more letter brings the right one up. */
const most = { command: 8, manager: 6, speedDial: 6 } as const;

/** The words of commands, in the language of the screen. */
export interface Words {
  readonly label: (label: CommandLabel) => string;
  readonly help: (command: ConsoleCommand) => string;
}

type PaletteState = AppState;

export function localEntries(query: string, state: PaletteState, words: Words): PaletteEntry[] {
  if (query.trim() === '') return commandEntries(query, state, words);
  const number = looksLikeNumber(query) ? cleanDialString(query) : null;
  return [
    ...(number?.ok ? [{ kind: 'number', id: 'number', number: number.value } as const] : []),
    ...commandEntries(query, state, words),
    ...managerEntries(query, state),
    ...speedDialEntries(query, state),
  ];
}

export function personEntries(found: readonly DirectoryEntry[]): PaletteEntry[] {
  return found.map((entry) => ({
    kind: 'person',
    id: `person:${entry.id}`,
    name: spokenName(entry),
    number: entry.number,
    aside: entry.department,
  }));
}

/** What can run now comes first; with nothing typed, only that: it is the answer to "what can I do?". */
function commandEntries(query: string, state: PaletteState, words: Words): PaletteEntry[] {
  const blank = query.trim() === '';
  const entries = commands
    .filter(({ name }) => name !== 'palette')
    .map((command) => ({
      kind: 'command' as const,
      id: `command:${command.name}`,
      command,
      label: command.label(state),
      keys: keysOf(state, command.name)[0],
      reason: command.unavailable(state),
    }));
  if (blank) return entries.filter(({ reason }) => reason === null);
  // Hold is found by "resume" too: by what it does now, and by its own name.
  const found = ranked(
    query,
    entries,
    ({ label }) => words.label(label),
    ({ command }) => `${words.label(command.name)} ${words.help(command)}`,
  );
  // Two letters are inside of nearly everything: people would be pushed out of sight.
  const fits = (label: CommandLabel): boolean => (rank(query, words.label(label)) ?? 2) < 2;
  const close = query.trim().length < 3 ? found.filter(({ label }) => fits(label)) : found;
  return close.slice(0, most.command);
}

function managerEntries(query: string, { console }: PaletteState): PaletteEntry[] {
  return ranked(
    query,
    console?.managers ?? [],
    ({ name }) => name,
    ({ dn }) => dn,
  )
    .slice(0, most.manager)
    .map(({ managerId, name, dn }) => ({ kind: 'manager', id: `manager:${managerId}`, managerId, name, number: dn }));
}

function speedDialEntries(query: string, { speedDials }: PaletteState): PaletteEntry[] {
  const group = new Map(speedDials.groups.map(({ id, name }) => [id, name]));
  return ranked(
    query,
    speedDials.entries,
    ({ name }) => name,
    ({ number, notes }) => `${number} ${notes}`,
  )
    .slice(0, most.speedDial)
    .map(({ id, name, number, groupId }) => ({
      kind: 'speedDial',
      id: `speedDial:${id}`,
      name,
      number,
      aside: group.get(groupId) ?? '',
    }));
}

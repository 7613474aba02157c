/** Changes of shortcuts: pure. What is refused is refused with the reason, and nothing changes. */
import type { Preferences } from '../../shared/console/preferences';
import { fail, ok, type Result } from '../../shared/result';
import { normalChord } from '../commands/chord';
import type { CommandName } from '../commands/names';
import { commandNamed, keysOf } from '../commands/registry';
import { indexShortcuts } from '../commands/shortcutIndex';
import { reservedFor, typesSomething, type ReservedFor } from './reserved';

type Shortcuts = Preferences['shortcuts'];

/** As many keys as one command can have. */
export const maxKeys = 4;

export type KeyProblem =
  | { readonly kind: 'types' | 'full' | 'already' }
  | { readonly kind: ReservedFor }
  | { readonly kind: 'conflict'; readonly with: CommandName };

export function addKeys(
  shortcuts: Shortcuts,
  name: CommandName,
  keys: string,
  isMac: boolean,
): Result<Shortcuts, KeyProblem> {
  const chord = normalChord(keys);
  const now = keysNow(shortcuts, name);
  if (typesSomething(chord, isMac)) return fail({ kind: 'types' });
  const reserved = reservedFor(chord, isMac);
  if (reserved !== null) return fail({ kind: reserved });
  const owner = indexShortcuts({ shortcuts }).get(chord);
  if (owner === name) return fail({ kind: 'already' });
  if (owner !== undefined) return fail({ kind: 'conflict', with: owner });
  if (now.length >= maxKeys) return fail({ kind: 'full' });
  return ok(withKeys(shortcuts, name, [...now, chord]));
}

export function removeKeys(shortcuts: Shortcuts, name: CommandName, keys: string): Shortcuts {
  const chord = normalChord(keys);
  return withKeys(
    shortcuts,
    name,
    keysNow(shortcuts, name).filter((one) => normalChord(one) !== chord),
  );
}

/** The command's own keys again; refused where another command has one of them now. */
export function resetKeys(shortcuts: Shortcuts, name: CommandName): Result<Shortcuts, KeyProblem> {
  const without = withKeys(shortcuts, name, []);
  const index = indexShortcuts({ shortcuts: without });
  const taken = commandNamed(name)
    .keys.map((keys) => index.get(normalChord(keys)))
    .find((owner) => owner !== undefined);
  if (taken !== undefined) return fail({ kind: 'conflict', with: taken });
  return ok(withKeys(shortcuts, name, commandNamed(name).keys));
}

export function isChanged(shortcuts: Shortcuts, name: CommandName): boolean {
  return name in shortcuts;
}

function keysNow(shortcuts: Shortcuts, name: CommandName): readonly string[] {
  return keysOf({ preferences: { shortcuts } }, name);
}

/** Only what differs from the command's own keys is kept, so that better keys of a later version arrive. */
function withKeys(shortcuts: Shortcuts, name: CommandName, keys: readonly string[]): Shortcuts {
  const own = commandNamed(name).keys;
  const same = own.length === keys.length && own.every((one, at) => one === keys[at]);
  const others = Object.fromEntries(Object.entries(shortcuts).filter(([other]) => other !== name));
  return same ? others : { ...others, [name]: [...keys] };
}

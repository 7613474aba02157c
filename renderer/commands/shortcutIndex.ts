/** Which command has which keys now. */
import type { Preferences } from '../../shared/console/preferences';
import { normalChord } from './chord';
import type { CommandName } from './names';
import { commands, keysOf } from './registry';

export type ShortcutIndex = ReadonlyMap<string, CommandName>;

export function indexShortcuts(preferences: Pick<Preferences, 'shortcuts'>): ShortcutIndex {
  const index = new Map<string, CommandName>();
  for (const { name } of commands) {
    for (const keys of keysOf({ preferences }, name)) {
      const chord = normalChord(keys);
      // A file edited by hand can give two commands the same keys: the first one in the list keeps them.
      if (!index.has(chord)) index.set(chord, name);
    }
  }
  return index;
}

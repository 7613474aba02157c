import type { Preferences } from '../../shared/console/preferences';
import { useActions, useApp } from '../store/context';

/** One preference, how to change it, and whether an administrator has locked it; in force at once, a failure to write it is said in a toast. */
export function usePreference<K extends Exclude<keyof Preferences, 'version'>>(
  name: K,
): [Preferences[K], (value: Preferences[K]) => void, boolean] {
  const isLocked = useApp((state) => state.locked.includes(name));
  const preferences = useApp((state) => state.preferences);
  const { savePreferences } = useActions();
  return [preferences[name], (value) => savePreferences({ ...preferences, [name]: value }), isLocked];
}

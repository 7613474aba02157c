import type { Preferences } from '../../shared/console/preferences';
import { useActions, useApp } from '../store/context';

/** One preference and how to change it; in force at once, a failure to write it is said in a toast. */
export function usePreference<K extends keyof Preferences>(name: K): [Preferences[K], (value: Preferences[K]) => void] {
  const preferences = useApp((state) => state.preferences);
  const { savePreferences } = useActions();
  return [preferences[name], (value) => savePreferences({ ...preferences, [name]: value })];
}

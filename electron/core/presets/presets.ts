/** What an administrator has set on this machine for everybody who uses it. */
import type { FileProblem, Settings } from '../../../shared/bridge';
import type { LockName } from '../../../shared/console/locks';
import type { Preferences } from '../../../shared/console/preferences';

export interface Presets {
  readonly settings: Partial<Settings>;
  readonly preferences: Partial<Preferences>;
  /** `rememberMe` among them: no password is kept here. */
  readonly locked: readonly LockName[];
}

export const noPresets: Presets = { settings: {}, preferences: {}, locked: [] };

/** As they were found at the start. */
export interface FoundPresets {
  readonly presets: Presets;
  /** The file as a whole is of no use; nothing in it counts. */
  readonly problem: FileProblem | null;
}

export const nothingPreset: FoundPresets = { presets: noPresets, problem: null };

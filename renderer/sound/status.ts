/** What the ring sound is doing, for the screen and for tests. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Tone } from './decide';

export interface SoundStatus {
  readonly playing: Tone | 'preview' | null;
  /** The browser lets no page be heard before it has been touched. */
  readonly blocked: boolean;
  /** The chosen device is not there: the system's default rings instead. */
  readonly deviceGone: boolean;
  /** This machine cannot play anything. */
  readonly failed: boolean;
}

export const soundStatus = createStore<SoundStatus>()(() => ({
  playing: null,
  blocked: false,
  deviceGone: false,
  failed: false,
}));

export function useSoundStatus<T>(select: (status: SoundStatus) => T): T {
  return useStore(soundStatus, select);
}

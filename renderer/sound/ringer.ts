/** Ties the sound to the calls: rings while one rings, and is silent the moment none does. `data-ringing` on the page says so to tests. */
import { t } from '../strings/i18n';
import type { App } from '../store/app';
import { toneNow, type Tone } from './decide';
import { onDevicesChange } from './devices';
import { play, silence, wake } from './player';
import { soundStatus } from './status';

/** Returns the function that ends it. */
export function startRinging(app: App): () => void {
  let tone: Tone | null = null;
  let ring = app.store.getState().preferences.ring;

  const follow = (): void => {
    const state = app.store.getState();
    const next = toneNow(state);
    const changed = next !== tone || (next !== null && state.preferences.ring !== ring);
    ring = state.preferences.ring;
    if (!changed) return;
    tone = next;
    if (tone === null) silence();
    else play(tone, ring);
  };

  const stops = [
    app.store.subscribe(follow),
    // A headset that is plugged in or pulled out while it rings.
    onDevicesChange(() => tone !== null && play(tone, ring)),
    soundStatus.subscribe((status, before) => {
      show(status.playing);
      if (status.deviceGone && !before.deviceGone) app.actions.toast('warn', t('sound.deviceGone'));
      if (status.failed && !before.failed) app.actions.toast('bad', t('sound.failed'));
    }),
  ];
  window.addEventListener('pointerdown', wake, true);
  window.addEventListener('keydown', wake, true);
  follow();
  return () => {
    stops.forEach((stop) => stop());
    window.removeEventListener('pointerdown', wake, true);
    window.removeEventListener('keydown', wake, true);
    silence();
  };
}

function show(playing: Tone | 'preview' | null): void {
  const { dataset } = document.documentElement;
  if (playing === null) delete dataset['ringing'];
  else dataset['ringing'] = playing;
}

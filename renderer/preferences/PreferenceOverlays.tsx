import { Suspense } from 'react';
import { useApp } from '../store/context';
import { later } from '../ui/later';

const Preferences = later(async () => (await import('./PreferencesDialog')).PreferencesDialog);
const About = later(async () => (await import('./AboutDialog')).AboutDialog);

/** Preferences and About, fetched when they are opened. */
export function PreferenceOverlays() {
  const overlay = useApp((state) => state.overlay);
  if (overlay?.kind !== 'preferences' && overlay?.kind !== 'about') return null;
  return <Suspense>{overlay.kind === 'preferences' ? <Preferences tab={overlay.tab} /> : <About />}</Suspense>;
}

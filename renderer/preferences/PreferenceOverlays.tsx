import { lazy, Suspense } from 'react';
import { useApp } from '../store/context';

const Preferences = lazy(() => import('./PreferencesDialog'));
const About = lazy(() => import('./AboutDialog'));

/** Preferences and About, fetched when they are opened. */
export function PreferenceOverlays() {
  const overlay = useApp((state) => state.overlay);
  if (overlay?.kind !== 'preferences' && overlay?.kind !== 'about') return null;
  return <Suspense>{overlay.kind === 'preferences' ? <Preferences tab={overlay.tab} /> : <About />}</Suspense>;
}

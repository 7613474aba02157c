/** Options of a list whose rows are measured. Letters of another size, script or font make rows of another height: then all are measured anew. */
import { useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../store/context';

interface Estimates {
  readonly estimatedRowSize: number;
  readonly estimatedHeadingSize?: number;
}

interface RowLayout extends Estimates {
  /** These lists load nothing more, so no row has this size; but when it changes the layout forgets what it has measured. */
  readonly loaderSize: number;
}

let fontsLoaded = 0;

function whenFontsLoad(changed: () => void): () => void {
  const count = (): void => {
    fontsLoaded += 1;
    changed();
  };
  document.fonts.addEventListener('loadingdone', count);
  return () => document.fonts.removeEventListener('loadingdone', count);
}

/** `estimates`: the same object at every call. */
export function useRowLayout(estimates: Estimates): RowLayout {
  const { i18n } = useTranslation();
  const fonts = useSyncExternalStore(whenFontsLoad, () => fontsLoaded);
  const textSize = useApp((state) => state.preferences.textSize);
  const letters = `${fonts} ${textSize} ${i18n.language}`;
  return useMemo(() => ({ ...estimates, loaderSize: measurementOf(letters) }), [estimates, letters]);
}

const measurements = new Map<string, number>();

/** Another number for other letters. */
function measurementOf(letters: string): number {
  const known = measurements.get(letters);
  if (known !== undefined) return known;
  measurements.set(letters, measurements.size + 1);
  return measurements.size;
}

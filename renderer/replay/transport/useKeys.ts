/** The replay's keyboard: whatever a field, a list or a button does with a key itself comes first. */
import { useEffect } from 'react';
import { isMac } from '../../commands/platform';
import { useSession } from '../core/context';
import { doKey, type Deeds } from './deeds';
import { replayKeyOf } from './shortcuts';

export function useKeys(deeds: Deeds, single: boolean): void {
  const session = useSession();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const name = replayKeyOf(event, isMac, single);
      if (name === null || ownKey(event) || document.querySelector('[role="dialog"]') !== null) return;
      event.preventDefault();
      doKey(name, session, deeds);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [session, deeds, single]);
}

/** Belongs to what has the focus: what is typed, Space on a button, an arrow in a choice or in a list of the panels. */
function ownKey({ target, key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  const functionKey = /^F\d+$/.test(key);
  if (target.matches('input[type="text"], textarea')) {
    // With Ctrl and Shift no field does anything with a letter; Ctrl with Alt writes signs on some keyboards.
    const ours = (ctrlKey || metaKey) && !altKey && (shiftKey || /^[fj]$/i.test(key)) && key.length === 1;
    return !functionKey && !ours;
  }
  if (target.matches('select')) return !functionKey && !ctrlKey && !metaKey;
  if (key === ' ') return target.matches('button, summary, input');
  return (
    key.startsWith('Arrow') && !ctrlKey && target.closest('.scene [role="grid"], .scene [role="listbox"]') !== null
  );
}

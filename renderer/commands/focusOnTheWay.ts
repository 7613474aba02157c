/**
 * The focus on its way to a part that is not on the screen yet: a panel whose code is still being fetched, a tab that comes forward. What is
 * typed meanwhile is meant for where the focus goes: it waits and is typed there as a whole, never half here and half there. Whoever goes
 * somewhere else meanwhile (Tab, the mouse, a dialog, another such command) stays there.
 */
import type { App } from '../store/app';
import { press } from './typeInto';

interface Journey {
  /** Pressed since it began. */
  readonly keys: KeyboardEvent[];
  readonly end: () => void;
}

let journey: Journey | null = null;

/** Milliseconds in which even a busy computer has fetched a panel; after that the focus stays where it is, and the keys are typed there. */
const patience = 10_000;

/** Tries now, and again whenever the page changes. */
export function focusWhenThere(focus: () => boolean): void {
  stayHere();
  if (focus()) return;
  const before = document.activeElement;
  const keys: KeyboardEvent[] = [];
  const typeThem = (): void => {
    stayHere();
    keys.forEach(press);
  };
  const watcher = new MutationObserver(() => {
    // Something else has taken the focus: an assistant is never robbed of it.
    const movedOn = document.activeElement !== before && document.activeElement !== document.body;
    if (!movedOn && !focus()) return;
    watcher.disconnect();
    clearTimeout(timer);
    // Once whatever has the focus now knows that it has it.
    timer = setTimeout(typeThem);
  });
  watcher.observe(document.body, { childList: true, subtree: true, attributes: true });
  let timer = setTimeout(typeThem, patience);
  journey = {
    keys,
    end: () => {
      watcher.disconnect();
      clearTimeout(timer);
    },
  };
}

/** The focus goes nowhere any more, and what was typed for there is for nobody. */
export function stayHere(): void {
  journey?.end();
  journey = null;
}

export interface TypingOnTheWay {
  /** True where the key waits for the focus to be there. */
  readonly takes: (event: KeyboardEvent) => boolean;
  readonly stop: () => void;
}

export function watchTypingOnTheWay({ store }: App): TypingOnTheWay {
  const unsubscribe = store.subscribe(({ overlay, console }, before) => {
    if ((overlay !== null && overlay !== before.overlay) || console === null) stayHere();
  });
  window.addEventListener('pointerdown', stayHere, { capture: true });
  return {
    takes: (event) => {
      if (journey === null) return false;
      if (event.key === 'Tab' || event.key === 'Escape') stayHere();
      else if (types(event)) return journey.keys.push(event) > 0;
      return false;
    },
    stop: () => {
      stayHere();
      unsubscribe();
      window.removeEventListener('pointerdown', stayHere, { capture: true });
    },
  };
}

/** Keys that mean nothing by themselves but something to whatever has the focus; commands are done at once. */
const inLists: ReadonlySet<string> = new Set([
  ...['Enter', 'Backspace', 'Delete', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
]);

function types({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && !isComposing && (key.length === 1 || inLists.has(key));
}

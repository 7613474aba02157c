/** A double click is one deed on one row: when the list moved between its two presses it is none, or another caller would be answered. */

/** Rows of every list and table (react-aria). */
const row = '[data-key]:not([role="gridcell"], [role="rowheader"])';

export function rowAt({ target }: Event): Element | null {
  return target instanceof Element ? target.closest(row) : null;
}

function keyAt(event: Event): string | null {
  return rowAt(event)?.getAttribute('data-key') ?? null;
}

/** Returns the function that lets go of the mouse. */
export function guardDoubleClicks(): () => void {
  let first: string | null = null;
  const onMouseDown = (event: MouseEvent): void => {
    if (event.detail <= 1) first = keyAt(event);
  };
  const onDoubleClick = (event: MouseEvent): void => {
    if (keyAt(event) === first) return;
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener('mousedown', onMouseDown, { capture: true });
  window.addEventListener('dblclick', onDoubleClick, { capture: true });
  return () => {
    window.removeEventListener('mousedown', onMouseDown, { capture: true });
    window.removeEventListener('dblclick', onDoubleClick, { capture: true });
  };
}

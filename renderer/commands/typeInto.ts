/** Keys that were pressed before there was a place for them, pressed now. */
import { isTextField } from './focus';

/** What a key does to the text of a field: put in place of `from`…`to`. Null where it changes no text. */
export function edit(
  key: string,
  length: number,
  from: number,
  to: number,
): { readonly text: string; readonly from: number; readonly to: number } | null {
  if (key.length === 1) return { text: key, from, to };
  if (key === 'Backspace') return { text: '', from: from === to ? Math.max(from - 1, 0) : from, to };
  if (key === 'Delete') return { text: '', from, to: from === to ? Math.min(to + 1, length) : to };
  return null;
}

/** As if it had been typed: React hears of a change only by the input event. */
export function typeInto(
  field: HTMLInputElement | HTMLTextAreaElement,
  text: string,
  from = field.value.length,
  to = field.value.length,
): void {
  field.setRangeText(text, from, to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }));
}

/** Where the focus is now. Enter and the space bar do nothing to what nobody had seen when they were pressed. */
export function press({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): void {
  const place = document.activeElement ?? document.body;
  if (key === 'Enter') return;
  if (isTextField(place) && (place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement)) {
    const { value, selectionStart, selectionEnd } = place;
    const change = edit(key, value.length, selectionStart ?? value.length, selectionEnd ?? value.length);
    if (change !== null) {
      typeInto(place, change.text, change.from, change.to);
      return;
    }
  } else if (key === ' ') return;
  for (const type of ['keydown', 'keyup']) {
    place.dispatchEvent(new KeyboardEvent(type, { key, code, shiftKey, bubbles: true, cancelable: true }));
  }
}

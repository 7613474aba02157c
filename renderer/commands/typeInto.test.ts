import { describe, expect, it } from 'vitest';
import { edit } from './typeInto';

/** The field's text after these keys, as far as they change it. */
function after(keys: readonly string[], text = '', from = text.length, to = from): string {
  let field = { text, from, to };
  for (const key of keys) {
    const change = edit(key, field.text.length, field.from, field.to);
    if (change === null) continue;
    const head = field.text.slice(0, change.from) + change.text;
    field = { text: head + field.text.slice(change.to), from: head.length, to: head.length };
  }
  return field.text;
}

describe('keys typed late', () => {
  it('stand in the field in their order', () => {
    expect(after(['1', '0', '0', '2'])).toBe('1002');
    expect(after(['a', 'n', 'd'], 'Lars ')).toBe('Lars and');
  });

  it('take the place of what is marked, as they would have', () => {
    expect(after(['T', 'a', 'n'], 'Lars', 0, 4)).toBe('Tan');
    expect(after(['Backspace'], 'Lars', 1, 3)).toBe('Ls');
    expect(after(['Delete'], 'Lars', 1, 3)).toBe('Ls');
  });

  it('take away what was mistyped, and nothing where there is nothing', () => {
    expect(after(['1', '9', 'Backspace', '2'])).toBe('12');
    expect(after(['Backspace', 'Delete'])).toBe('');
    expect(after(['Delete'], 'abc', 0)).toBe('bc');
    expect(after(['Delete'], 'abc')).toBe('abc');
  });

  it('change no text where they are none: arrows, Enter', () => {
    expect(after(['ArrowDown', 'Enter', 'Home'], 'abc')).toBe('abc');
  });
});

import { describe, expect, it } from 'vitest';
import { chordsOf, normalChord, worksInText, type KeyPress } from './chord';

const press = (key: string, code: string, more: Partial<KeyPress> & { altGr?: boolean } = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  getModifierState: (name) => name === 'AltGraph' && more.altGr === true,
  ...more,
});
const ctrl = { ctrlKey: true };
const altGr = { ctrlKey: true, altKey: true };

describe('a key press', () => {
  it.each<[string, KeyPress, string[]]>([
    ['Ctrl+A', press('a', 'KeyA', ctrl), ['$mod+a']],
    ['Caps Lock and Ctrl+A', press('A', 'KeyA', ctrl), ['$mod+a']],
    ['Ctrl+A on an Arabic keyboard', press('ش', 'KeyA', ctrl), ['$mod+a']],
    ['Ctrl+A on a French keyboard', press('a', 'KeyQ', ctrl), ['$mod+a']],
    ['Ctrl+1 on a French keyboard', press('&', 'Digit1', ctrl), ['$mod+&', '$mod+1']],
    [
      'Ctrl+/ on a German keyboard',
      press('/', 'Digit7', { ...ctrl, shiftKey: true }),
      ['$mod+Shift+/', '$mod+/', '$mod+Shift+7'],
    ],
    ['AltGr+Q, an @', press('@', 'KeyQ', altGr), []],
    ['AltGr where the system names it', press('q', 'KeyQ', { ...altGr, altGr: true }), []],
    ['a word being spelled', press('a', 'KeyA', { ...ctrl, isComposing: true }), []],
    ['a dead key', press('Dead', 'Equal'), []],
  ])('%s', (_, event, expected) => {
    expect(chordsOf(event, false)).toEqual(expected);
  });

  it('is Cmd on macOS, where Option writes', () => {
    expect(chordsOf(press('a', 'KeyA', { metaKey: true }), true)).toEqual(['$mod+a']);
    expect(chordsOf(press('å', 'KeyA', { altKey: true }), true)).toEqual(['Alt+a']);
  });
});

describe('keys in writing', () => {
  it('are one text however they are given', () => {
    expect(normalChord('Shift+$mod+H')).toBe('$mod+Shift+h');
  });

  it('leave select-all and its like alone in text fields', () => {
    expect(['$mod+a', '$mod+l', '$mod+ArrowUp', 'F2', '$mod+k'].map(worksInText)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });
});

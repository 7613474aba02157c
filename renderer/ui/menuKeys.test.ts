import { expect, it } from 'vitest';
import { focusOf } from './menuKeys';

const pressed = (key: string, held: Partial<Parameters<typeof focusOf>[0]> = {}) =>
  focusOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

it('a menu opens on its first entry, with the arrow up on its last', () => {
  expect(['Enter', ' ', 'ArrowDown', 'ArrowUp'].map((key) => pressed(key))).toEqual([
    'first',
    'first',
    'first',
    'last',
  ]);
  expect(pressed('ArrowDown', { altKey: true })).toBe('first');
});

it('other keys open no menu, nor do shortcuts', () => {
  expect(pressed('a')).toBeNull();
  expect(pressed('Tab')).toBeNull();
  expect(pressed('Enter', { altKey: true })).toBeNull();
  expect(pressed('Enter', { ctrlKey: true })).toBeNull();
  expect(pressed('F10', { shiftKey: true })).toBeNull();
});

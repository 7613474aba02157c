import { expect, it } from 'vitest';
import { noSystemKeys } from '../../shared/desktop/systemKeys';
import { chordOf, ownerOf, takeSystemKeys } from './systemKeyEdit';

const none = { systemKeys: noSystemKeys, shortcuts: {} };
const taken = (spellings: readonly string[], isMac = false, keys = none) =>
  takeSystemKeys(keys, 'answer', spellings, isMac);

it('keeps what was pressed as Electron spells it', () => {
  expect(taken(['$mod+Alt+F2'])).toMatchObject({ ok: false });
  expect(taken(['$mod+Shift+F4'])).toEqual({ ok: true, value: { answer: 'Control+Shift+F4', hangUp: null } });
  expect(taken(['$mod+Shift+u'], true)).toEqual({ ok: true, value: { answer: 'Command+Shift+U', hangUp: null } });
  expect(taken(['$mod+Alt+ArrowUp'])).toMatchObject({ value: { answer: 'Control+Alt+Up' } });
});

it('takes the key where its sign has no name for the system', () => {
  expect(taken(['$mod+Shift+!', '$mod+!', '$mod+Shift+1'])).toMatchObject({ value: { answer: 'Control+Shift+1' } });
});

it.each([
  [['F2'], 'noModifier'],
  [['Shift+F2'], 'noModifier'],
  [['$mod+c'], 'reserved'],
  [['$mod+Alt+a'], 'types'],
  [['$mod+Shift+ö'], 'notAKey'],
  [[], 'notAKey'],
] as const)('refuses %j: %s', (spellings, kind) => {
  expect(taken(spellings)).toEqual({ ok: false, error: { kind } });
});

it('refuses what the other command has, and what another command of this window has; its own is its own', () => {
  const keys = { ...none, systemKeys: { answer: null, hangUp: 'Control+Shift+F4' } };
  expect(taken(['$mod+Shift+F4'], false, keys)).toEqual({ ok: false, error: { kind: 'same' } });
  expect(taken(['$mod+Shift+h'])).toEqual({ ok: false, error: { kind: 'conflict', with: 'hangUp' } });
  expect(takeSystemKeys(none, 'hangUp', ['$mod+Shift+h'], false)).toMatchObject({ ok: true });
});

it('a problem of the other command is not this one’s', () => {
  const keys = { ...none, systemKeys: { answer: null, hangUp: 'F4' } };
  expect(taken(['$mod+Shift+u'], false, keys)).toMatchObject({ ok: true });
});

it('says what a file edited by hand hides, and shows nonsense as it is', () => {
  expect(ownerOf('Control+Shift+D', 'answer', none, false)).toBe('redirect');
  expect(chordOf('Shift+Control+Return', false)).toBe('$mod+Shift+Enter');
  expect(chordOf('Control+Command+Up', true)).toBe('$mod+Control+ArrowUp');
  expect(chordOf('hello', false)).toBe('hello');
});

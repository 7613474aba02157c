import { describe, expect, it } from 'vitest';
import { normalChord } from '../commands/chord';
import { commands } from '../commands/registry';
import { addKeys, removeKeys, resetKeys } from './edit';
import { reservedFor, typesSomething } from './reserved';

describe('the keys that commands come with', () => {
  const all = commands.flatMap(({ name, keys }) => keys.map((one) => [name, one] as const));

  it('are there for every command, and no two commands share any', () => {
    expect(commands.filter(({ keys }) => keys.length === 0)).toEqual([]);
    const chords = all.map(([, keys]) => normalChord(keys));
    expect(chords.filter((one, at) => chords.indexOf(one) !== at)).toEqual([]);
  });

  it.each([false, true])('type nothing and are reserved by nobody (macOS: %s)', (isMac) => {
    const bad = all.filter(([, keys]) => typesSomething(keys, isMac) || reservedFor(keys, isMac) !== null);
    expect(bad).toEqual([]);
  });
});

describe('new keys', () => {
  const add = (keys: string, isMac = false) => addKeys({}, 'answer', keys, isMac);

  it.each([
    ['k', 'types'],
    ['Shift+k', 'types'],
    ['Enter', 'types'],
    ['ArrowDown', 'types'],
    ['$mod+Alt+q', 'types'],
    ['$mod+w', 'browser'],
    ['F12', 'browser'],
    ['$mod+c', 'editing'],
    ['Alt+F4', 'system'],
    ['$mod+A', 'already'],
  ])('%s is refused: %s', (keys, kind) => {
    expect(add(keys)).toEqual({ ok: false, error: { kind } });
  });

  it('are refused where another command has them, and say which', () => {
    expect(add('Shift+$mod+H')).toEqual({ ok: false, error: { kind: 'conflict', with: 'hangUp' } });
  });

  it('know the platform', () => {
    expect([add('Alt+q').ok, add('Alt+q', true).ok]).toEqual([true, false]);
    expect([add('$mod+m').ok, add('$mod+m', true).ok]).toEqual([true, false]);
  });

  it('join the others of the command, four at the most', () => {
    const three = add('F10', true);
    expect(three).toEqual({ ok: true, value: { answer: ['F2', '$mod+a', 'F10'] } });
    const four = three.ok ? addKeys(three.value, 'answer', '$mod+u', false) : three;
    expect(four.ok && addKeys(four.value, 'answer', '$mod+o', false)).toEqual({ ok: false, error: { kind: 'full' } });
  });
});

describe('taking keys away and giving them back', () => {
  it('frees them for another command', () => {
    const freed = removeKeys({}, 'answer', 'F2');
    expect(freed).toEqual({ answer: ['$mod+a'] });
    expect(addKeys(freed, 'hangUp', 'F2', false)).toEqual({
      ok: true,
      value: { answer: ['$mod+a'], hangUp: ['F4', '$mod+Shift+h', 'F2'] },
    });
  });

  it('is forgotten where it makes no difference', () => {
    expect(resetKeys({ answer: [] }, 'answer')).toEqual({ ok: true, value: {} });
  });

  it('does not take a key back from the command that has it now', () => {
    expect(resetKeys({ answer: [], hangUp: ['F2'] }, 'answer')).toEqual({
      ok: false,
      error: { kind: 'conflict', with: 'hangUp' },
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { DirectoryEntry } from '../../shared/protocol/messages';
import { fitting, isAnswered } from './fitting';

const person = (firstName: string, lastName: string): DirectoryEntry => ({
  id: `${firstName} ${lastName}`,
  firstName,
  lastName,
  number: '1',
  department: '',
});
const entries = [person('Lars', 'Aalto'), person('Lars', 'Andersson'), person('Clara', 'Larsén')];
const toLars = { kind: 'found', query: 'lars', entries, more: true } as const;

describe('an answer of the directory', () => {
  it('is whole for the text it answers', () => {
    expect(fitting(toLars, 'lars')).toEqual(entries);
    expect(isAnswered(toLars, 'lars')).toBe(true);
  });

  it('leaves nobody whom the longer text cannot mean: Enter would call them', () => {
    expect(fitting(toLars, 'lars and').map(({ lastName }) => lastName)).toEqual(['Andersson']);
    expect(fitting(toLars, 'tanaka')).toEqual([]);
    expect(isAnswered(toLars, 'lars and')).toBe(false);
  });

  it('says nothing of an empty field, and nothing where there was none', () => {
    expect(fitting(toLars, ' ')).toEqual([]);
    expect(fitting({ kind: 'unavailable' }, 'lars')).toEqual([]);
  });
});

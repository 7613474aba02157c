import { describe, expect, it } from 'vitest';
import { matchesQuery, parseQuery } from '../../shared/directory/query';
import { DirectoryEntry } from '../../shared/protocol/messages';
import { demoDirectory } from './directory';
import { demoAssistants, demoManagers } from './world';

function hits(text: string): number {
  const query = parseQuery(text);
  if (!query.ok) throw new Error(`not a query: ${text}`);
  return demoDirectory.filter((person) => matchesQuery(query.value, person.firstName, person.lastName)).length;
}

describe('the demo directory', () => {
  it('has 200 people with 200 numbers, each a valid entry', () => {
    expect(demoDirectory).toHaveLength(200);
    expect(new Set(demoDirectory.map((person) => person.number)).size).toBe(200);
    expect(new Set(demoDirectory.map((person) => person.id)).size).toBe(200);
    for (const person of demoDirectory) {
      expect(DirectoryEntry.parse(person)).toEqual(person);
      expect([person.firstName, person.lastName, person.department]).not.toContain('');
    }
  });

  it('has the managers and assistants under their own numbers', () => {
    for (const { dn, lastName } of [...demoManagers, ...demoAssistants]) {
      expect(demoDirectory.find((person) => person.number === dn)?.lastName).toBe(lastName);
    }
  });

  it('finds exactly 25 for “mar” and more than 25 for “an”: both sides of the limit can be shown', () => {
    expect(hits('mar')).toBe(25);
    expect(hits('an')).toBeGreaterThan(25);
  });

  it.each([
    ['Latin', /\p{Script=Latin}/u],
    ['Chinese characters', /\p{Script=Han}/u],
    ['Japanese kana', /\p{Script=Katakana}|\p{Script=Hiragana}/u],
    ['Hangul', /\p{Script=Hangul}/u],
    ['Arabic', /\p{Script=Arabic}/u],
    ['Cyrillic', /\p{Script=Cyrillic}/u],
    ['Greek', /\p{Script=Greek}/u],
    ['Vietnamese accents', /ễ|ị|ọ/u],
  ])('has names in %s', (_script, pattern) => {
    expect(demoDirectory.some((person) => pattern.test(`${person.firstName} ${person.lastName}`))).toBe(true);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, matchesQuery, parseQuery } from './query';

function found(text: string, firstName: string, lastName: string): boolean {
  const query = parseQuery(text);
  if (!query.ok) throw new Error(`refused: ${query.error}`);
  return matchesQuery(query.value, firstName, lastName);
}

describe('directory query', () => {
  it.each(['', '   ', '\t', ' , ', '\u0000'])('refuses a blank search %j', (text) => {
    expect(parseQuery(text)).toEqual({ ok: false, error: 'blank' });
  });

  it.each(['*', '%', ' * ', '**', '? _'])('refuses a wildcard-only search %j', (text) => {
    expect(parseQuery(text)).toEqual({ ok: false, error: 'wildcard' });
  });

  it.each([
    ['an', 'Lars', 'Andersson'],
    ['ders la', 'Lars', 'Andersson'],
    ['andersson, lars', 'Lars', 'Andersson'],
    ['ander\u0000sson', 'Lars', 'Andersson'],
    ['muller', 'Henrik', 'Müller'],
    ['MÜLL', 'Henrik', 'Muller'],
    ['ines', 'Inês', 'Carvalho'],
    ['grosse', 'Eva', 'Große'],
    ['lodz', 'Jan', 'Łódź'],
    ['怡君', '怡君', '林'],
    ['and*', 'Lars', 'Andersson'],
  ])('%j finds %s %s', (text, firstName, lastName) => {
    expect(found(text, firstName, lastName)).toBe(true);
  });

  it('needs every term, and does not look across the two names', () => {
    expect(found('lars brandt', 'Lars', 'Andersson')).toBe(false);
    expect(found('sander', 'Lars', 'Andersson')).toBe(false);
  });

  it('folding twice changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
  });
});

/** What a person types or pastes is dialled as the number it means, or refused: never as another number. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanDialString, looksLikeNumber } from './dialString';

describe('what a person types as a number', () => {
  it.each([
    ['+49 (30) 5557-0142', '+493055570142'],
    ['+49 (0)30 5557', '+49305557'],
    ['  +49 (0) 30 5557', '+49305557'],
    ['+49(0)305557', '+49305557'],
    ['+49 (0) - 30 5557', '+49305557'],
    ['＋49 (0)30 5557', '+49305557'],
    // A zero in brackets is left out only after a country's code.
    ['(0)30 5557', '0305557'],
    ['30 (0)', '300'],
    ['+49 30 (0)', '+49300'],
    ['(0)+1', null],
    ['030/5557.0142', '03055570142'],
    ['030–5557—0142', '03055570142'],
    ['030 5557', '0305557'],
    [' 60001 ', '60001'],
    ['*72#', '*72#'],
    ['５５５', '555'],
    ['1', '1'],
    ['1'.repeat(32), '1'.repeat(32)],
  ])('%s is dialled as %s', (typed, dialled) => {
    expect(cleanDialString(typed)).toEqual(
      dialled === null ? { ok: false, error: 'badCharacter' } : { ok: true, value: dialled },
    );
  });

  it.each([
    ['', 'empty'],
    [' + ', 'empty'],
    ['() -', 'empty'],
    ['555-CALL', 'badCharacter'],
    ['CALL 555', 'badCharacter'],
    ['12+34', 'badCharacter'],
    ['++49', 'badCharacter'],
    ['12;34', 'badCharacter'],
    ['٥٥٥', 'badCharacter'],
    ['1'.repeat(33), 'tooLong'],
    [`+${'1'.repeat(33)}`, 'tooLong'],
  ])('%j is refused as %s', (typed, error) => {
    expect(cleanDialString(typed)).toEqual({ ok: false, error });
  });

  const number = fc.stringMatching(/^\+?[0-9*#]{1,32}$/);
  const marks = fc.array(fc.constantFrom('', ' ', '-', '.', '/', '\u00a0', '\u2011', '\u2013', '  '), {
    minLength: 34,
    maxLength: 34,
  });

  it('the marks between the digits do not matter, wherever they stand', () => {
    fc.assert(
      fc.property(number, marks, (text, between) => {
        const written = Array.from(text)
          .map((character, at) => `${between[at] ?? ''}${character}`)
          .join('');
        expect(cleanDialString(`${written}${between[33] ?? ''}`)).toEqual({ ok: true, value: text });
      }),
    );
  });

  it('what is taken has only keys of a telephone in it, in the order typed, and is taken again as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[+0-9*#(). a-]{0,40}$/), (typed) => {
        const cleaned = cleanDialString(typed);
        if (!cleaned.ok) return;
        expect(cleaned.value).toMatch(/^\+?[0-9*#]{1,32}$/);
        expect(cleanDialString(cleaned.value)).toEqual(cleaned);
        // Only a bracketed zero may be gone.
        const keys = (text: string) => text.replace(/[^+0-9*#]/g, '');
        expect([keys(typed), keys(typed.replace('(0)', ''))]).toContain(cleaned.value);
      }),
    );
  });
});

describe('a number or a name to search for', () => {
  it.each(['+49 30', '60001', '(030) 1', '( 030) 1', '  60001', '#1', '*72', '+(49)', '+1', '((1'])(
    '%j is meant as a number',
    (text) => {
      expect(looksLikeNumber(text)).toBe(true);
    },
  );

  it.each(['gra', '3M', '', ' ', '+', 'o’neill', '4th floor', 'Δ1', '1 Δ', 'x7', '-7', 'A'])('%j is not', (text) => {
    expect(looksLikeNumber(text)).toBe(false);
  });
});

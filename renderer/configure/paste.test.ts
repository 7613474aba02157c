import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPatternList, maxPatternsPerList } from '../../shared/routing/pattern';
import { countOf, isMany, maxPastedLength, newPatterns, pastedItems } from './paste';

const kinds = (text: string, list: readonly string[] = []): string[] =>
  pastedItems(text, list).map(({ verdict }) => verdict.kind);

describe('many patterns at once', () => {
  it('are parted by lines, commas, semicolons and tabs, not by spaces', () => {
    expect(isMany('+49 30 5557')).toBe(false);
    for (const text of ['1\n2', '1\r\n2', '1,2', '1; 2', '1\t2']) expect(isMany(text)).toBe(true);
    expect(pastedItems('+49 30-5*\n\n "1044" ;4xx\t', []).map(({ verdict }) => verdict)).toEqual([
      { kind: 'new', pattern: '49305*' },
      { kind: 'new', pattern: '1044' },
      { kind: 'new', pattern: '4XX' },
    ]);
  });

  it('are each judged: new, there already, named twice, wrong, no room', () => {
    expect(pastedItems('1044\n10-44\n4420*\n49*30\nName', ['4420*']).map(({ verdict }) => verdict)).toEqual([
      { kind: 'new', pattern: '1044' },
      { kind: 'same', pattern: '1044', as: 'paste' },
      { kind: 'same', pattern: '4420*', as: 'list' },
      { kind: 'wrong', problem: { kind: 'starInside', at: 3 } },
      { kind: 'wrong', problem: { kind: 'badCharacter', at: 1, character: 'N' } },
    ]);
    const full = Array.from({ length: maxPatternsPerList - 1 }, (_, index) => String(1_000 + index));
    expect(kinds('1\n1000\n2\n1\n*', full)).toEqual(['new', 'same', 'noRoom', 'same', 'wrong']);
  });

  it('are no burden when they are far too many', () => {
    expect(pastedItems('1,'.repeat(1_000_000), []).length).toBeLessThanOrEqual(maxPastedLength / 2);
  });
});

const piece = fc.oneof(
  fc.stringMatching(/^[0-9X*]{1,6}$/),
  fc.stringMatching(/^[0-9xX*+. -]{1,40}$/),
  fc.string({ maxLength: 8 }),
);
const pasted = fc
  .array(fc.tuple(piece, fc.constantFrom('\n', '\r\n', ',', ';', '\t')), { maxLength: 150 })
  .map((pieces) => pieces.map((one) => one.join('')).join(''));
const stored = fc.uniqueArray(fc.stringMatching(/^[0-9]{1,4}$/), { maxLength: maxPatternsPerList });

describe('whatever is pasted', () => {
  it('what is offered as new makes a list that the service takes', () => {
    fc.assert(
      fc.property(pasted, stored, (text, list) => {
        expect(checkPatternList([...list, ...newPatterns(pastedItems(text, list))])).toBeNull();
      }),
    );
  });

  it('is judged once and whole, and not new a second time', () => {
    fc.assert(
      fc.property(pasted, stored, (text, list) => {
        const items = pastedItems(text, list);
        const counted = (['new', 'same', 'wrong', 'noRoom'] as const).map((kind) => countOf(items, kind));
        expect(counted.reduce((sum, count) => sum + count)).toBe(items.length);
        const again = pastedItems(text, [...list, ...newPatterns(items)]);
        expect(countOf(again, 'new')).toBe(0);
        expect(again.map(({ text: one }) => one)).toEqual(items.map(({ text: one }) => one));
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkPattern,
  checkPatternList,
  cleanPattern,
  describePattern,
  matches,
  problemText,
  type PatternProblem,
} from './pattern';

describe('checking a pattern as it is typed', () => {
  const cases: [string, PatternProblem][] = [
    ['', { kind: 'empty' }],
    [' - . ', { kind: 'empty' }],
    ['+', { kind: 'empty' }],
    ['*', { kind: 'starAlone' }],
    ['**', { kind: 'starAlone' }],
    ['49*30', { kind: 'starInside', at: 3 }],
    ['+49 *30', { kind: 'starInside', at: 5 }],
    ['**49', { kind: 'starInside', at: 2 }],
    ['49**', { kind: 'starInside', at: 3 }],
    ['- *4*9', { kind: 'starInside', at: 5 }],
    ['*4*9*', { kind: 'starInside', at: 3 }],
    ['49A', { kind: 'badCharacter', at: 3, character: 'A' }],
    ['4+9', { kind: 'badCharacter', at: 2, character: '+' }],
    ['(030)', { kind: 'badCharacter', at: 1, character: '(' }],
    ['٤٩', { kind: 'badCharacter', at: 1, character: '٤' }],
    ['1'.repeat(33), { kind: 'tooLong', length: 33 }],
    ['+1044', { kind: 'duplicate', of: '1044' }],
    ['10 44', { kind: 'duplicate', of: '1044' }],
  ];
  it.each(cases)('%j is refused', (text, problem) => {
    expect(checkPattern(text, ['1044'])).toEqual(problem);
  });

  it.each(['1', 'X', '+49 30-5557.0142', '*0142', '49305557*', '*5557*', '88650xx0199', '1'.repeat(32), ' 12 '])(
    '%j is accepted',
    (text) => {
      expect(checkPattern(text, ['1044'])).toBeNull();
    },
  );

  it('a list holds 100 and no more', () => {
    const list = Array.from({ length: 100 }, (_, index) => String(1000 + index));
    expect(checkPatternList(list)).toBeNull();
    expect(checkPattern('999', list)).toEqual({ kind: 'tooMany' });
    expect(checkPatternList([...list, '999'])).toEqual({ index: 100, problem: { kind: 'tooMany' } });
  });

  it('a list names its first bad entry', () => {
    expect(checkPatternList(['12', '+1 2', '*'])).toEqual({ index: 1, problem: { kind: 'duplicate', of: '12' } });
  });

  it.each<[PatternProblem, RegExp]>([
    [{ kind: 'empty' }, /is empty/],
    [{ kind: 'starAlone' }, /match every caller/],
    [{ kind: 'starInside', at: 3 }, /only at the beginning or the end \(character 3\)/],
    [{ kind: 'badCharacter', at: 7, character: 'A' }, /"A" is not a digit.*\(character 7\)/],
    [{ kind: 'tooLong', length: 40 }, /^40 .*at most 32/],
    [{ kind: 'duplicate', of: '1044' }, /^1044 is in the list already/],
    [{ kind: 'tooMany' }, /at most 100 patterns/],
  ])('%j is told with what is wrong and where', (problem, words) => {
    expect(problemText(problem)).toMatch(words);
  });

  it.each([
    ['+49 30-5557.0142', '493055570142'],
    ['\t+49 30\n', '4930'],
    ['88650xx0199', '88650XX0199'],
    ['*xX', '*XX'],
    ['4+9', '4+9'],
  ])('%j is kept as %s', (text, cleaned) => {
    expect(cleanPattern(text)).toBe(cleaned);
  });
});

describe('matching', () => {
  it.each([
    ['1044', '1044', true],
    ['1044', '10440', false],
    ['1044', '11044', false],
    ['49305557*', '+49 30 5557 0142', true],
    ['49305557*', '49305557', true],
    ['49305557*', '4930555', false],
    ['*0142', '493055570142', true],
    ['*0142', '0142', true],
    ['*0142', '01420', false],
    ['*5557*', '493055570142', true],
    ['*5557*', '5557', true],
    ['*5557*', '555', false],
    ['88650XX0199', '+886 50 12 0199', true],
    ['88650XX0199', '886501 0199', false],
    ['X', '*', false],
    ['X*', '*9', false],
    ['*1*', '#1', false],
    // Only a leading + is nothing.
    ['491', '+491', true],
    ['491', '4+91', false],
    ['*1*', '4+91', false],
  ])('%s against %s: %s', (pattern, number, expected) => {
    expect(matches(pattern, number)).toBe(expected);
  });

  it('a withheld number matches nothing', () => {
    expect(matches('*1*', null)).toBe(false);
  });

  it('agrees with the same pattern written as a regular expression', () => {
    const body = fc.stringMatching(/^[0-9X]{1,6}$/);
    const pattern = fc
      .tuple(fc.boolean(), body, fc.boolean())
      .map(([a, text, z]) => (a ? '*' : '') + text + (z ? '*' : ''));
    fc.assert(
      fc.property(pattern, fc.stringMatching(/^[0-9]{0,10}$/), (text, number) => {
        const source = text.replaceAll('X', '\\d').replaceAll('*', '\\d*');
        expect(matches(text, number)).toBe(new RegExp(`^${source}$`).test(number));
      }),
      { numRuns: 2_000 },
    );
  });

  it('cleaning is stable and keeps a valid pattern valid', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?[0-9Xx .-]{1,20}\*?$/), (text) => {
        const cleaned = cleanPattern(text);
        expect(cleanPattern(cleaned)).toBe(cleaned);
        expect(checkPattern(cleaned, [])?.kind).toBe(checkPattern(text, [])?.kind);
      }),
    );
  });

  it.each([
    ['1044', 'exactly'],
    ['10XX', 'template'],
    ['10*', 'beginsWith'],
    ['*44', 'endsWith'],
    ['*04*', 'contains'],
  ])('%s reads as %s', (pattern, shape) => {
    expect(describePattern(pattern)).toBe(shape);
  });
});

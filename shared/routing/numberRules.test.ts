import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dn } from '../ids';
import { rewrite, type NumberRule } from './numberRules';

function rule(part: Partial<NumberRule>): NumberRule {
  return { name: 'rule', beginsWith: '', digits: null, remove: 0, prefix: '', ...part };
}

const outside = rule({ name: 'outside line', beginsWith: '0', digits: 11, prefix: '9' });
const international = rule({ name: 'international', beginsWith: '+', remove: 1, prefix: '900' });
const house = rule({ name: 'own house', beginsWith: '+49305557', remove: 9 });

describe('number rules', () => {
  it.each<[string, readonly NumberRule[], string, string, string | null]>([
    ['no rules', [], '1044', '1044', null],
    ['none fits', [outside], '1044', '1044', null],
    ['beginning and length fit', [outside], '03055570142', '903055570142', 'outside line'],
    ['too short', [outside], '0305557014', '0305557014', null],
    ['too long', [outside], '030555701422', '030555701422', null],
    ['a leading + counts as a character', [rule({ digits: 3, prefix: '0' })], '+12', '0+12', null],
    ['the first that fits decides', [house, international], '+493055571044', '1044', 'own house'],
    ['and only the first', [international, house], '+493055571044', '900493055571044', 'international'],
    [
      'a result without digits is passed over',
      [rule({ remove: 9 }), rule({ name: 'next', prefix: '5' })],
      '1044',
      '51044',
      'next',
    ],
    ['a result too long is passed over', [rule({ prefix: '1'.repeat(32) })], '1044', '1044', null],
    ['a + inside is passed over', [rule({ prefix: '0' })], '+49', '+49', null],
    [
      '* and # are characters like others',
      [rule({ name: 'codes', beginsWith: '*2', remove: 2, prefix: '#' })],
      '*21044',
      '#1044',
      'codes',
    ],
    [
      'a rule may change nothing and end the search',
      [rule({ name: 'stay', beginsWith: '11' }), rule({ prefix: '9' })],
      '110',
      '110',
      'stay',
    ],
  ])('%s', (_what, rules, number, expected, by) => {
    const rewritten = rewrite(rules, Dn.parse(number));
    expect(rewritten.number).toBe(by === null ? number : expected);
    expect(rewritten.rule?.name ?? null).toBe(by);
  });

  const digits = fc.stringMatching(/^\+?[0-9*#]{1,32}$/);
  const anyRule = fc.record({
    name: fc.string(),
    beginsWith: fc.stringMatching(/^\+?[0-9]{0,2}$/),
    digits: fc.option(fc.nat(34)),
    remove: fc.nat(34),
    prefix: fc.stringMatching(/^\+?[0-9]{0,33}$/),
  });
  const fits = ({ beginsWith, digits: length, remove, prefix }: NumberRule, number: string) =>
    number.startsWith(beginsWith) &&
    (length === null || length === number.length) &&
    /^\+?[0-9*#]{1,32}$/.test(prefix + number.slice(remove));

  it('gives a number that can be dialled for any rules and number, by the first rule that gives one', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 6 }), digits, (rules, text) => {
        const { number, rule: used } = rewrite(rules, Dn.parse(text));
        expect(Dn.safeParse(number).success).toBe(true);
        const expected = rules.find((candidate) => fits(candidate, text)) ?? null;
        expect(used).toBe(expected);
        expect(number).toBe(expected === null ? text : expected.prefix + text.slice(expected.remove));
      }),
      { numRuns: 2_000 },
    );
  });

  it('rules behind the one that decided do not matter', () => {
    fc.assert(
      fc.property(fc.array(anyRule), fc.array(anyRule), digits, (rules, more, text) => {
        const number = Dn.parse(text);
        const first = rewrite(rules, number);
        fc.pre(first.rule !== null);
        expect(rewrite([...rules, ...more], number)).toEqual(first);
      }),
    );
  });
});

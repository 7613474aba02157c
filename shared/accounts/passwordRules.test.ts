import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkPassword, normalPassword, passwordProblemText, type PasswordProblem } from './passwordRules';

const kinds = (password: string, userId = 'maya'): PasswordProblem['kind'][] =>
  checkPassword(password, { userId }).map(({ kind }) => kind);

it.each([
  ['', ['tooShort']],
  ['short', ['tooShort']],
  ['seven77', ['tooShort']],
  ['eight888', []],
  ['console-demo', []],
  ['correct horse battery staple', []],
  ['пароль-длинный', []],
  ['😀🐘🚲🌻🎈🍋🧭🪁', []],
  ['x'.repeat(257), ['tooLong', 'monotonous']],
  ['😀🐘🚲'.repeat(43), ['tooLong', 'monotonous']],
  ['Password1', ['common']],
  ['P@SSW0RD', ['common']],
  ['tab\there 12', ['control']],
  ['aaaaaaaa', ['monotonous']],
  ['abababab', ['monotonous']],
  ['abcabcabca', ['monotonous']],
  ['abcdabcd', []],
  ['12345678', ['monotonous']],
  ['1234567890', ['monotonous']],
  ['0987654321', ['monotonous']],
  ['abcdefghi', ['monotonous']],
  ['ihgfedcba', ['monotonous']],
  ['ａａａａａａａａ', ['monotonous']],
] as const)('%j: %j', (password, expected) => {
  expect(kinds(password)).toEqual(expected);
});

it('refuses the user id forwards and backwards, in capitals too', () => {
  expect(kinds('AKowalska', 'akowalska')).toEqual(['isUserId']);
  expect(kinds('akslawoka', 'akowalska')).toEqual(['isUserId']);
  expect(kinds('akowalska-2', 'akowalska')).toEqual([]);
});

it('tells everything that is wrong at once', () => {
  expect(kinds('maya', 'maya')).toEqual(['tooShort', 'isUserId']);
});

it('takes the same text from another keyboard for the same password', () => {
  expect(normalPassword('Ma\u0308rchen')).toBe(normalPassword('M\u00e4rchen'));
  expect(normalPassword('ｃｏｎｓｏｌｅ')).toBe('console');
});

it('has a sentence for every problem', () => {
  const problems: PasswordProblem[] = [
    { kind: 'tooShort', least: 8 },
    { kind: 'tooLong', most: 256 },
    { kind: 'isUserId' },
    { kind: 'common' },
    { kind: 'monotonous' },
  ];
  expect(new Set(problems.map(passwordProblemText)).size).toBe(problems.length);
});

it('judges the normal form, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (password) => {
      expect(kinds(normalPassword(password))).toEqual(kinds(password));
    }),
  );
});

it('refuses every run and every repetition', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 3 }), fc.integer({ min: 8, max: 80 }), (unit, times) => {
      fc.pre(normalPassword(unit).length <= 3);
      expect(kinds(unit.repeat(times))).not.toEqual([]);
    }),
  );
});

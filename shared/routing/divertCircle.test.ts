import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Dn, UserId } from '../ids';
import { divertCircle, type DivertingManager } from './divertCircle';

const dn = (index: number) => Dn.parse(String(60_000 + index));
const proxy = (index: number) => Dn.parse(String(39_000 + index));
const id = (index: number) => UserId.parse(`m${index}`);

/** Managers 0, 1, 2 …, each diverting to the number given; null for none. */
function managers(...divertsTo: readonly (Dn | null)[]): DivertingManager[] {
  return divertsTo.map((to, index) => ({
    userId: id(index),
    dn: dn(index),
    proxyNumbers: [proxy(index)],
    divertsTo: to,
  }));
}

it.each([
  ['the own number', managers(null), dn(0), ['60000', '60000']],
  ['the own number, written with a plus', managers(null), Dn.parse('+60000'), ['60000', '60000']],
  ['the own proxy line', managers(null), proxy(0), ['60000', '39000']],
  ['a manager who diverts back', managers(null, dn(0)), dn(1), ['60000', '60001', '60000']],
  ['a manager who diverts to the own proxy line', managers(null, proxy(0)), dn(1), ['60000', '60001', '39000']],
  ['a longer chain', managers(null, dn(2), dn(0)), dn(1), ['60000', '60001', '60002', '60000']],
  ['a circle of others', managers(null, dn(2), dn(1)), dn(1), ['60000', '60001', '60002', '60001']],
])('%s is a circle', (_what, all, number, circle) => {
  expect(divertCircle(all, id(0), number)).toEqual(circle);
});

it('a circle of others is one for a manager who is not there any more, too', () => {
  expect(divertCircle(managers(null, dn(2), dn(1)), id(9), dn(1))).toEqual(['60001', '60002', '60001']);
});

it.each([
  ['somebody who is no manager', managers(null), Dn.parse('1005')],
  ['a manager who diverts to an assistant', managers(null, null), dn(1)],
  ['a manager who diverts elsewhere', managers(null, Dn.parse('1005')), dn(1)],
  ["another manager's proxy line, which rings", managers(null, dn(0)), proxy(1)],
  ['a number of a manager nobody knows', [], dn(1)],
])('%s is none', (_what, all, number) => {
  expect(divertCircle(all, id(0), number)).toBeNull();
});

it('what was accepted never sends a call round, however many managers there are', () => {
  const size = 6;
  const targets = fc.array(fc.option(fc.nat(size - 1)), { minLength: size, maxLength: size });
  fc.assert(
    fc.property(targets, (wishes) => {
      let all = managers(...wishes.map(() => null));
      for (const [index, wish] of wishes.entries()) {
        if (wish === null || divertCircle(all, id(index), dn(wish))) continue;
        all = all.map((manager, at) => (at === index ? { ...manager, divertsTo: dn(wish) } : manager));
      }
      for (let start = 0; start < size; start += 1) {
        let at: number | null = start;
        for (let step = 0; step <= size && at !== null; step += 1) {
          const to: Dn | null = all[at]?.divertsTo ?? null;
          at = to === null ? null : Number(to) - 60_000;
        }
        expect(at).toBeNull();
      }
    }),
    { numRuns: 1_000 },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dn, UserId } from '../ids';
import { activeAssistant } from './activeAssistant';
import { route, type RouteInput } from './route';

const maya = UserId.parse('maya');
const tom = UserId.parse('tom');
const mobile = Dn.parse('0791112233');
const forward = Dn.parse('7000');

/** A new manager (product §5): filter on, inclusive, lists empty, DivAll off; one assistant online. */
const base: RouteInput = {
  caller: '493055570142',
  forwardedTo: null,
  activeAssistant: maya,
  onlineAssistants: [maya],
  divertAll: false,
  divertTarget: { kind: 'activeAssistant' },
  filterOn: true,
  filterMode: 'inclusive',
  inclusive: [],
  exclusive: [],
  divertAllAppliesToFiltered: false,
};
const toMaya = { kind: 'assistant', userId: maya };
const toMobile = { kind: 'number', number: mobile };
const manager = { kind: 'manager' };
const number = { kind: 'number', number: mobile } as const;

describe('product §5, proxy line mode', () => {
  const both = [true, false];

  it('row 1: a forwarded phone wins over everything below', () => {
    const everything = { ...base, forwardedTo: forward, activeAssistant: null, divertAll: true, inclusive: ['4930*'] };
    expect(route(everything)).toEqual({ row: 1, destination: { kind: 'number', number: forward }, pattern: null });
  });

  it('row 2: no assistant online, no filter and no divert', () => {
    const input = { ...base, activeAssistant: null, onlineAssistants: [], divertAll: true, divertTarget: number };
    expect(route(input)).toEqual({ row: 2, destination: manager, pattern: null });
    expect(route({ ...input, filterMode: 'exclusive', exclusive: ['4930*'] }).row).toBe(2);
  });

  it.each(both.flatMap((filterOn) => both.map((divertAll) => ({ filterOn, divertAll }))))(
    'row 3: exclusive and matching goes to the divert target with %j',
    (switches) => {
      const input: RouteInput = { ...base, ...switches, filterMode: 'exclusive', exclusive: ['4930*'] };
      expect(route(input)).toEqual({ row: 3, destination: toMaya, pattern: '4930*' });
      expect(route({ ...input, divertTarget: number }).destination).toEqual(toMobile);
    },
  );

  it('row 4: inclusive, filter on, matching reaches the manager whatever DivAll says', () => {
    const input = { ...base, inclusive: ['1', '4930*'] };
    expect(route(input)).toEqual({ row: 4, destination: manager, pattern: '4930*' });
    expect(route({ ...input, divertAll: true }).destination).toEqual(manager);
  });

  it('row 4, exception: divert all applies to filtered calls', () => {
    const input = { ...base, inclusive: ['4930*'], divertAllAppliesToFiltered: true, divertTarget: number };
    expect(route(input).destination).toEqual(manager);
    expect(route({ ...input, divertAll: true })).toEqual({ row: 4, destination: toMobile, pattern: '4930*' });
  });

  it.each(both)('row 5: inclusive, filter on, no match goes to the active assistant (DivAll %s)', (divertAll) => {
    const input = { ...base, divertAll, divertTarget: number, inclusive: ['1044'] };
    expect(route(input)).toEqual({ row: 5, destination: toMaya, pattern: null });
  });

  it.each([
    { filterOn: false, filterMode: 'inclusive' as const, inclusive: ['4930*'] },
    { filterOn: true, filterMode: 'exclusive' as const, exclusive: ['1044'] },
    { filterOn: false, filterMode: 'exclusive' as const, exclusive: [] },
  ])('rows 6 and 7: otherwise DivAll decides, with %j', (filter) => {
    const input = { ...base, ...filter, divertTarget: number };
    expect(route({ ...input, divertAll: true })).toEqual({ row: 6, destination: toMobile, pattern: null });
    expect(route(input)).toEqual({ row: 7, destination: manager, pattern: null });
  });

  it('a withheld number matches no list', () => {
    expect(route({ ...base, caller: null, inclusive: ['*1*'] }).row).toBe(5);
  });

  it('a divert to a named assistant who is offline goes to the active one', () => {
    const input: RouteInput = {
      ...base,
      filterOn: false,
      divertAll: true,
      divertTarget: { kind: 'assistant', userId: tom },
    };
    expect(route(input).destination).toEqual(toMaya);
    expect(route({ ...input, onlineAssistants: [maya, tom] }).destination).toEqual({ kind: 'assistant', userId: tom });
  });

  it('every combination agrees with the table read as independent sentences', () => {
    const inputs = fc.record({
      caller: fc.constantFrom('493055570142', '1044', null),
      forwardedTo: fc.constantFrom(forward, null),
      activeAssistant: fc.constantFrom(maya, null),
      onlineAssistants: fc.constant([maya]),
      divertAll: fc.boolean(),
      divertTarget: fc.constant(number),
      filterOn: fc.boolean(),
      filterMode: fc.constantFrom('inclusive' as const, 'exclusive' as const),
      inclusive: fc.constantFrom([], ['4930*']),
      exclusive: fc.constantFrom([], ['1044']),
      divertAllAppliesToFiltered: fc.boolean(),
    });
    fc.assert(
      fc.property(inputs, (input) => {
        expect(route(input).destination).toEqual(expectedDestination(input));
      }),
      { numRuns: 3_000 },
    );
  });
});

/** The table once more, bottom row first, so that the two cannot share a mistake of order. */
function expectedDestination(input: RouteInput): unknown {
  let destination: unknown = input.divertAll ? toMobile : manager;
  if (input.filterMode === 'inclusive' && input.filterOn) {
    const matched = input.inclusive.length > 0 && input.caller === '493055570142';
    destination = matched ? (input.divertAll && input.divertAllAppliesToFiltered ? toMobile : manager) : toMaya;
  }
  if (input.filterMode === 'exclusive' && input.exclusive.length > 0 && input.caller === '1044') destination = toMobile;
  if (input.activeAssistant === null) destination = manager;
  if (input.forwardedTo !== null) destination = { kind: 'number', number: forward };
  return destination;
}

describe('the active assistant', () => {
  const pair = (mayaOnline: boolean, tomOnline: boolean) => [
    { userId: maya, online: mayaOnline },
    { userId: tom, online: tomOnline },
  ];
  it.each([
    [true, true, tom, tom],
    [true, false, tom, maya],
    [false, true, maya, tom],
    [true, true, null, maya],
    [false, false, maya, null],
  ])('online %s/%s with default %s: %s', (mayaOnline, tomOnline, byDefault, expected) => {
    expect(activeAssistant(pair(mayaOnline, tomOnline), byDefault)).toBe(expected);
  });
});

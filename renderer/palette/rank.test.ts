import { describe, expect, it } from 'vitest';
import { rank, ranked } from './rank';

describe('what is found', () => {
  it.each([
    ['hang', 'Hang up', 0],
    ['hang up', 'Hang up', 0],
    ['up', 'Hang up', 1],
    ['up hang', 'Hang up', 1],
    ['ang', 'Hang up', 2],
    ['angstrom', 'Zoë Ångström', 1],
    ['ZOE', 'zoë Ångström', 0],
    ['wisn luk', 'Łukasz Wiśniewski', 1],
    ['hung', 'Hang up', null],
    ['', 'Anything', 0],
  ])('“%s” in “%s”', (query, text, score) => {
    expect(rank(query, text)).toBe(score);
  });

  it('comes with the best first, and in the given order among equals', () => {
    const texts = ['Cold transfer', 'Transfer', 'Complete transfer', 'Untransferable', 'Hold'];
    expect(ranked('trans', texts, (text) => text)).toEqual([
      'Transfer',
      'Cold transfer',
      'Complete transfer',
      'Untransferable',
    ]);
  });

  it('finds by what is said beside the name too, after all names', () => {
    const items = [
      { name: 'Redirect', help: 'Send the call to the manager' },
      { name: 'Call manager', help: '' },
    ];
    expect(
      ranked(
        'manager',
        items,
        ({ name }) => name,
        ({ help }) => help,
      ).map(({ name }) => name),
    ).toEqual(['Call manager', 'Redirect']);
  });
});

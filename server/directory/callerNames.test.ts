import { describe, expect, it } from 'vitest';
import { Dn } from '../../shared/ids';
import { CallerNames } from './callerNames';

const anna = Dn.parse('+49305550101');
const stranger = Dn.parse('99');

/** A directory that answers when the test says so. */
function world(options: { most?: number } = {}) {
  let time = 0;
  let rules = [{ name: 'national', beginsWith: '+4930', digits: null, remove: 5, prefix: '' }];
  const asked: string[] = [];
  const found: string[] = [];
  const errors: unknown[] = [];
  const answers: { resolve: (name: string | null) => void; reject: (error: Error) => void }[] = [];
  const names = new CallerNames({
    rules: () => rules,
    lookUp: (number) => {
      asked.push(number);
      return new Promise((resolve, reject) => answers.push({ resolve, reject }));
    },
    onFound: (number) => found.push(number),
    now: () => time,
    log: { error: (error: unknown) => errors.push(error) },
    ...options,
  });
  const settle = async (act: (answer: (typeof answers)[number]) => void) => {
    const answer = answers.shift();
    if (!answer) throw new Error('nothing was asked');
    act(answer);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    names,
    asked,
    found,
    errors,
    answer: (name: string | null) => settle(({ resolve }) => resolve(name)),
    failLookup: () => settle(({ reject }) => reject(new Error('database away'))),
    pass: (ms: number) => (time += ms),
    withoutRules: () => (rules = []),
  };
}

describe('names of callers', () => {
  it('asks once for the number as the rules rewrite it, and tells when the name is there', async () => {
    const { names, asked, found, answer } = world();
    expect(names.nameOf(anna)).toBeNull();
    expect(names.nameOf(anna)).toBeNull();
    expect(asked).toEqual(['5550101']);
    await answer('Anna Lindqvist');
    expect(found).toEqual([anna]);
    expect(names.nameOf(anna)).toBe('Anna Lindqvist');
    expect(asked).toHaveLength(1);
  });

  it('remembers for a while that there is no name, and tells nobody', async () => {
    const { names, asked, found, answer, pass } = world();
    names.nameOf(stranger);
    await answer(null);
    names.nameOf(stranger);
    expect(asked).toHaveLength(1);
    pass(60_001);
    names.nameOf(stranger);
    expect(asked).toHaveLength(2);
    expect(found).toEqual([]);
  });

  it('shows an old name until the new one is there', async () => {
    const { names, found, answer, pass } = world();
    names.nameOf(anna);
    await answer('Anna Lindqvist');
    pass(600_001);
    expect(names.nameOf(anna)).toBe('Anna Lindqvist');
    await answer('Anna Berg');
    expect(names.nameOf(anna)).toBe('Anna Berg');
    expect(found).toEqual([anna, anna]);
  });

  it('survives a database that fails, and asks again later', async () => {
    const { names, asked, errors, failLookup, answer, pass } = world();
    names.nameOf(anna);
    await failLookup();
    expect(errors).toHaveLength(1);
    expect(names.nameOf(anna)).toBeNull();
    expect(asked).toHaveLength(1);
    pass(5_001);
    names.nameOf(anna);
    await answer('Anna Lindqvist');
    expect(names.nameOf(anna)).toBe('Anna Lindqvist');
  });

  it('forgets all when directory or rules change, an answer under way included', async () => {
    const { names, asked, found, answer, withoutRules } = world();
    names.nameOf(anna);
    withoutRules();
    names.clear();
    names.nameOf(anna);
    expect(asked).toEqual(['5550101', anna]);
    await answer('of old');
    expect(names.nameOf(anna)).toBeNull();
    await answer('Anna Lindqvist');
    expect(names.nameOf(anna)).toBe('Anna Lindqvist');
    expect(found).toEqual([anna]);
  });

  it('keeps the numbers used last', async () => {
    const { names, asked, answer } = world({ most: 2 });
    for (const number of ['1', '2'] as const) {
      names.nameOf(Dn.parse(number));
      await answer(`name ${number}`);
    }
    names.nameOf(Dn.parse('1'));
    names.nameOf(Dn.parse('3'));
    await answer('name 3');
    expect(names.nameOf(Dn.parse('1'))).toBe('name 1');
    expect(asked).toHaveLength(3);
    expect(names.nameOf(Dn.parse('2'))).toBeNull();
  });

  it('asks the database for a few at a time only', () => {
    const { names, asked } = world();
    for (let number = 0; number < 200; number += 1) names.nameOf(Dn.parse(String(number)));
    expect(asked).toHaveLength(20);
  });
});

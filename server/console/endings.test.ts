import { expect, it } from 'vitest';
import { ok } from '../../shared/result';
import { until } from '../testing/until';
import { Endings } from './endings';

it('a token ended while the store is away is refused at once, and ended in the store when that is back', async () => {
  let away = true;
  const ended: string[] = [];
  const problems: unknown[] = [];
  const endings = new Endings({
    end: (tokenHash) => {
      if (away) return Promise.reject(new Error('the store is away'));
      ended.push(tokenHash);
      return Promise.resolve(ok(undefined));
    },
    retryMs: 1,
    onFenced: () => undefined,
    onProblem: (error) => problems.push(error),
  });
  await endings.end('one');
  expect(endings.has('one')).toBe(true);
  expect(endings.has('two')).toBe(false);
  await until(() => (problems.length > 1 ? true : undefined), 'a second attempt');
  away = false;
  await until(() => (endings.has('one') ? undefined : true), 'the store to be told');
  expect(ended).toEqual(['one']);
  endings.close();
});

/** Two people change the same setting of a manager: the second is told, and nothing of the first is lost. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Dn, UserId } from '../../shared/ids';
import { stores, type TestStore } from '../testing/stores';
import type { Fence } from './fence';
import { readLease, takeLease } from './leaseRow';
import {
  saveDefaultAssistant,
  saveDivertTarget,
  saveFilterMode,
  savePatterns,
  saveSwitch,
  type ChangeContext,
  type Saved,
} from './managerSettings';
import { openStore, type Db } from './open';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const forUser = { role: 'manager', userId: UserId.parse('gsilva') } as const;
const context: ChangeContext = { at: 0, lineNumber: Dn.parse('60007'), forUser, byUser: forUser };
const to = (number: string) => ({ kind: 'number', number: Dn.parse(number) }) as const;
const [tom, ines] = [UserId.parse('tom'), UserId.parse('ines')];
const elsewhere: Saved = { ok: false, error: 'changedElsewhere' };

describe.each(stores)('on $kind', ({ kind, create }) => {
  let store: TestStore;
  /** Two services on PostgreSQL; a process has one connection to a file. */
  let dbs: Db[];
  let fence: Fence;
  const at = (index: number): Db => {
    const db = dbs[index % dbs.length];
    if (!db) throw new Error('not open');
    return db;
  };

  beforeEach(async () => {
    store = await create('demo');
    dbs = [await openStore(store.url)];
    if (kind === 'PostgreSQL') dbs.push(await openStore(store.url));
    const epoch = await takeLease(at(0), 1, await readLease(at(0), 1), 'primary#1', 0);
    fence = { pool: 1, holder: 'primary#1', epoch: epoch ?? 0 };
  });
  afterEach(async () => {
    await Promise.all(dbs.map((db) => db.destroy()));
    await store.destroy();
  });

  const log = () => at(0).selectFrom('change_log').select(['old_value', 'new_value']).orderBy('id').execute();

  it.each([
    [
      'a switch',
      (db: Db) => saveSwitch(db, fence, context, 'divertAll', true, false),
      (db: Db) => saveSwitch(db, fence, context, 'divertAll', true, false),
    ],
    [
      'the filter mode',
      (db: Db) => saveFilterMode(db, fence, context, 'exclusive', 'inclusive'),
      (db: Db) => saveFilterMode(db, fence, context, 'exclusive', 'inclusive'),
    ],
    [
      'a list',
      (db: Db) => savePatterns(db, fence, context, 'inclusive', ['1*'], []),
      (db: Db) => savePatterns(db, fence, context, 'inclusive', ['2*'], []),
    ],
    [
      'the order of a list',
      (db: Db) => savePatterns(db, fence, context, 'exclusive', ['1*', '2*'], []),
      (db: Db) => savePatterns(db, fence, context, 'exclusive', ['3*'], ['2*', '1*']),
    ],
    [
      'the divert target',
      (db: Db) => saveDivertTarget(db, fence, context, to('2003'), { kind: 'activeAssistant' }),
      (db: Db) => saveDivertTarget(db, fence, context, to('2004'), { kind: 'activeAssistant' }),
    ],
    [
      'the number of the divert target',
      (db: Db) => saveDivertTarget(db, fence, context, to('2003'), { kind: 'activeAssistant' }),
      (db: Db) => saveDivertTarget(db, fence, context, to('2004'), to('2002')),
    ],
    [
      'the default assistant',
      (db: Db) => saveDefaultAssistant(db, fence, context, ines, tom),
      (db: Db) => saveDefaultAssistant(db, fence, context, ines, tom),
    ],
  ])('%s that is no longer what was shown is left alone, with no line in the log', async (_what, first, second) => {
    expect(await first(at(0))).toEqual({ ok: true, value: { ok: true, value: undefined } });
    const before = await log();
    expect(before).toHaveLength(1);
    expect(await second(at(1))).toEqual({ ok: true, value: elsewhere });
    expect(await log()).toEqual(before);
  });

  it('of eight who saw the same list and change it at the same moment, one is served', async () => {
    const lists = Array.from({ length: 8 }, (_, index) => [`${index}1`, `${index}2`]);
    const answers = await Promise.all(
      lists.map((list, index) => savePatterns(at(index), fence, context, 'exclusive', list, [])),
    );
    const served = lists.filter((_, index) => answers[index]?.ok === true && answers[index].value.ok);
    expect(served).toHaveLength(1);
    expect(answers.filter((answer) => answer.ok && !answer.value.ok)).toHaveLength(7);
    const stored = await at(0)
      .selectFrom('patterns')
      .select('pattern')
      .where('manager_id', '=', 'gsilva')
      .orderBy('position')
      .execute();
    expect(stored.map(({ pattern }) => pattern)).toEqual(served[0]);
    expect(await log()).toHaveLength(1);
  });

  it('without a word on what was shown, the last one counts', async () => {
    await savePatterns(at(0), fence, context, 'exclusive', ['1*']);
    expect(await savePatterns(at(1), fence, context, 'exclusive', ['2*'])).toMatchObject({ value: { ok: true } });
    expect(await log()).toMatchObject([{ new_value: '1*' }, { old_value: '1*', new_value: '2*' }]);
  });
});

import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Dn, UserId } from '../../shared/ids';
import { keptMs } from '../store/callRecords';
import { logChange, type Change } from '../store/changeLog';
import type { Fence } from '../store/fence';
import { takeLease } from '../store/leaseRow';
import { openStore, write, type Db } from '../store/open';
import { admin } from '../testing/adminRun';
import { stores, type TestStore } from '../testing/stores';
import { CallRecorder } from './callRecorder';
import { changeLogFields } from './changeLogCsv';
import { cleared, looks, type Look } from './testing/calls';
import { testCompany } from './testing/company';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe.each(stores)('on $kind', ({ create }) => {
  let store: TestStore;
  let db: Db;
  let clock: number;
  let recorders: CallRecorder[];

  beforeEach(async () => {
    store = await create();
    db = await openStore(store.url);
    clock = 1_000_000_000;
    recorders = [];
  });
  afterEach(async () => {
    for (const one of recorders) await one.stop('abrupt');
    await db.destroy();
    await store.destroy();
  });

  /** Of a service that writes only when it is told to. */
  function recorder() {
    const counted = { written: 0, lost: 0, fenced: 0, errors: 0 };
    const made = new CallRecorder({
      log: { error: () => void (counted.errors += 1) },
      now: () => clock,
      everyMs: 3_600_000,
      onWritten: (count) => (counted.written += count),
      onLost: (count) => (counted.lost += count),
    });
    recorders.push(made);
    const activate = (fence: Fence, with_: Db = db) =>
      made.activate({ db: with_, fence, company: () => testCompany, onFenced: () => (counted.fenced += 1) });
    return { recorder: made, counted, activate };
  }

  async function lease(holder: string): Promise<Fence> {
    const { epoch, holder: before } = await db
      .selectFrom('lease')
      .selectAll()
      .where('id', '=', 1)
      .executeTakeFirstOrThrow();
    const taken = await takeLease(db, 1, { epoch, holder: before, expiresAt: 0 }, holder, 1);
    return { pool: 1, holder, epoch: taken ?? 0 };
  }

  const rows = () => db.selectFrom('call_records').selectAll().orderBy('call_id').execute();

  /** The same events to each service, as the switch tells them. */
  function happens(
    to: readonly CallRecorder[],
    id: string,
    steps: readonly (readonly [afterMs: number, look: Look])[],
  ) {
    for (const [after, look] of steps) {
      clock += after;
      for (const one of to) one.event(looks(id, look));
    }
  }
  function ends(to: readonly CallRecorder[], id: string, after: number) {
    clock += after;
    for (const one of to) one.event(cleared(id));
  }

  const answeredByMaya = [
    [0, { called: { '390': 'alerting' } }],
    [2_000, { called: { '390': 'connected' } }],
  ] as const;

  it('writes a row when a call ends', async () => {
    const { recorder: one, activate, counted } = recorder();
    activate(await lease('a#1'));
    happens([one], 'c1', answeredByMaya);
    await one.flush();
    expect(await rows()).toEqual([]);
    ends([one], 'c1', 5_000);
    await one.flush();
    expect(await rows()).toMatchObject([
      {
        call_id: 'c1',
        manager_id: 'boss',
        assistant_id: 'maya',
        outcome: 'answeredByAssistant',
        rang_ms: 2_000,
        talked_ms: 5_000,
        arrived_at: 1_000_000_000,
        ended_at: 1_000_007_000,
      },
    ]);
    expect(counted).toMatchObject({ written: 1, lost: 0 });
    expect(one.waiting).toBe(0);
  });

  it('the other service writes what the first had not when it died, and nothing twice', async () => {
    const first = recorder();
    const second = recorder();
    const both = [first.recorder, second.recorder];
    first.activate(await lease('a#1'));
    happens(both, 'written', answeredByMaya);
    ends(both, 'written', 1_000);
    await first.recorder.flush();
    happens(both, 'waiting', answeredByMaya);
    ends(both, 'waiting', 1_000);
    happens(both, 'open', answeredByMaya);

    second.activate(await lease('b#1'));
    await second.recorder.flush();
    ends([second.recorder], 'open', 3_000);
    await second.recorder.flush();
    expect((await rows()).map((row) => [row.call_id, row.talked_ms])).toEqual([
      ['open', 3_000],
      ['waiting', 1_000],
      ['written', 1_000],
    ]);
    expect(second.counted.written).toBe(2);

    // The first one wakes up and does not know yet.
    ends([first.recorder], 'open', 9_000);
    await first.recorder.flush();
    expect(first.counted.fenced).toBe(1);
    expect(await rows()).toHaveLength(3);
  });

  it('waits for a store that is away, and writes everything when it is back', async () => {
    const { recorder: one, activate, counted } = recorder();
    const away = await openStore(store.url);
    await away.destroy();
    const fence = await lease('a#1');
    activate(fence, away);
    for (let call = 0; call < 450; call += 1) {
      happens([one], `c${call}`, answeredByMaya);
      ends([one], `c${call}`, 10);
    }
    await one.flush();
    await one.flush();
    expect([one.waiting, counted.errors, counted.lost]).toEqual([450, 1, 0]);
    activate(fence);
    await one.flush();
    await one.flush();
    expect([one.waiting, counted.written]).toEqual([0, 450]);
    expect(await rows()).toHaveLength(450);
  });

  it('gives up the oldest when too many wait, and says how many', async () => {
    const { recorder: one, activate, counted } = recorder();
    const away = await openStore(store.url);
    await away.destroy();
    activate(await lease('a#1'), away);
    await one.flush();
    for (let call = 0; call < 50_003; call += 1) {
      one.event(looks('c', { called: {} }));
      one.event(cleared('c'));
    }
    expect([one.waiting, counted.lost]).toEqual([50_000, 3]);
  });

  it('a standby forgets what the active service must have written long ago', async () => {
    const { recorder: one } = recorder();
    happens([one], 'c1', answeredByMaya);
    ends([one], 'c1', 1);
    await one.flush();
    expect(one.waiting).toBe(1);
    clock += 11 * 60_000;
    await one.flush();
    expect(one.waiting).toBe(0);
  });

  it('forgets rows that are over age', async () => {
    const { recorder: one, activate } = recorder();
    activate(await lease('a#1'));
    happens([one], 'old', answeredByMaya);
    ends([one], 'old', 1);
    await one.flush();
    clock += keptMs + 1;
    happens([one], 'new', answeredByMaya);
    ends([one], 'new', 1);
    await one.flush();
    await vi.waitFor(async () => expect((await rows()).map((row) => row.call_id)).toEqual(['new']));
  });

  it('sums calls up per manager and per assistant', async () => {
    const { recorder: one, activate } = recorder();
    activate(await lease('a#1'));
    for (let call = 1; call <= 10; call += 1) {
      const id = `by-maya-${call}`;
      happens([one], id, [
        [0, { called: { '390': 'alerting' } }],
        [call * 1_000, { called: { '390': 'connected' } }],
      ]);
      ends([one], id, 20_000);
    }
    happens([one], 'by-boss', [
      [0, { called: { '600': 'alerting' } }],
      [500, { called: { '600': 'connected' } }],
    ]);
    ends([one], 'by-boss', 9_000);
    happens([one], 'given-up', [[0, { called: { '380': 'alerting' } }]]);
    ends([one], 'given-up', 9_000);
    await one.flush();

    const period = ['--from', new Date(0).toISOString()];
    const json = await admin(store.url, 'statistics', ...period, '--format', 'json');
    expect(JSON.parse(json.out)).toEqual([
      {
        userId: 'boss',
        offered: 12,
        answered: 11,
        answeredByAssistant: 10,
        answeredByManager: 1,
        answeredFor: [{ userId: 'maya', calls: 10 }],
        abandoned: 1,
        diverted: 0,
        voicemail: 0,
        notAnswered: 0,
        averageAnswerMs: 5_045,
        p90AnswerMs: 9_000,
        averageTalkMs: 19_000,
      },
    ]);
    const csv = await admin(store.url, 'statistics', ...period, '--by', 'assistant', '--format', 'csv');
    expect(parse(csv.out, { columns: true })).toMatchObject([
      { assistant: 'maya', offered: '10', answered: '10', 'p90 answer s': '9.0', 'answered for whom': 'boss: 10' },
      { assistant: 'tom', offered: '1', answered: '0', abandoned: '1', 'average answer s': '' },
    ]);
    const table = await admin(store.url, 'statistics', ...period);
    expect(table.out).toMatch(/^manager +offered.*\nboss +12 /);
    const none = await admin(store.url, 'statistics', '--to', new Date(5).toISOString(), ...period);
    expect(none).toMatchObject({ code: 0, out: '', err: '(no calls)\n' });
  });

  describe('the change log', () => {
    const change = (at: string, part: Partial<Change> = {}): Change => ({
      at: Date.parse(at),
      lineNumber: Dn.parse('60001'),
      forUser: { role: 'manager', userId: UserId.parse('boss') },
      byUser: { role: 'assistant', userId: UserId.parse('maya') },
      parameter: 'filterMode',
      oldValue: 'inclusive',
      newValue: 'exclusive',
      ...part,
    });
    const save = (changes: readonly Change[]) =>
      write(db, async (tx) => {
        for (const one of changes) await logChange(tx, one);
      });
    const csv = async (...args: string[]) => {
      const { code, out } = await admin(store.url, 'changes', 'export', ...args);
      expect(code).toBe(0);
      return parse(out, { columns: false });
    };

    it('has exactly its fields, ISO time stamps with a zone, oldest first', async () => {
      await save([change('2026-11-03T10:00:00Z'), change('2026-11-02T10:00:00.5Z', { parameter: 'a,"b"\nc' })]);
      const [header, ...lines] = await csv();
      expect(header).toEqual([...changeLogFields]);
      expect(lines).toEqual([
        [
          '60001',
          '2026-11-03T10:00:00.000Z',
          'manager',
          'boss',
          'assistant',
          'maya',
          'filterMode',
          'inclusive',
          'exclusive',
        ],
        [
          '60001',
          '2026-11-02T10:00:00.500Z',
          'manager',
          'boss',
          'assistant',
          'maya',
          'a,"b"\nc',
          'inclusive',
          'exclusive',
        ],
      ]);
    });

    it('is never a formula to a spreadsheet', async () => {
      const formulas = ['=HYPERLINK("http://x")', '+491', '-1', '@SUM(A1)', '\t=1', '\r=1'];
      await save(formulas.map((newValue) => change('2026-11-03T10:00:00Z', { newValue })));
      const lines = (await csv()).slice(1);
      expect(lines.map((line) => line[8])).toEqual(formulas.map((formula) => `'${formula}`));
    });

    it('is filtered by time and user', async () => {
      await save([
        change('2026-11-01T00:00:00Z'),
        change('2026-11-02T00:00:00Z', { forUser: { role: 'manager', userId: UserId.parse('chief') } }),
        change('2026-11-03T00:00:00Z', { byUser: { role: 'manager', userId: UserId.parse('chief') } }),
        change('2026-11-04T00:00:00Z'),
      ]);
      const times = async (...args: string[]) => (await csv(...args)).slice(1).map((line) => line[1]?.slice(8, 10));
      expect(await times('--user', 'chief')).toEqual(['02', '03']);
      expect(await times('--from', '2026-11-02T00:00Z', '--to', '2026-11-04T00:00Z')).toEqual(['02', '03']);
      expect(await times('--from', '2026-11-04T00:00:00.001Z')).toEqual([]);
      expect(await times('--user', "boss' or '1'='1")).toEqual([]);
    });

    it('is told whole, however long', async () => {
      await save(
        Array.from({ length: 2_500 }, (_, index) => change('2026-11-03T10:00:00Z', { newValue: String(index) })),
      );
      const lines = (await csv()).slice(1);
      expect(lines.map((line) => line[8])).toEqual(Array.from({ length: 2_500 }, (_, index) => String(index)));
    });

    it.each(['yesterday', '2026-02-30', '2026-13-01', '2026-11-01 08:00', '1'])('refuses --from %s', async (from) => {
      expect(await admin(store.url, 'changes', 'export', '--from', from)).toMatchObject({ code: 2, out: '' });
    });
  });
});

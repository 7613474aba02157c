import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Alarms } from './alarms';
import { alarmCatalog, alarmNames, lastingAlarms } from './catalog';
import { limits, patience, type Sample } from './conditions';
import { Hysteresis } from './hysteresis';
import { RecentCount } from './recentCount';
import { AlarmWatch } from './watch';

const well: Sample = {
  active: true,
  switchUp: true,
  routing: true,
  storeUp: true,
  peer: 'alive',
  configurationValid: true,
  missingLines: 0,
  directoryLoaded: true,
  loopDelayMs: 1,
  waitingCommands: 0,
  consoles: 10,
  failedLogins: 0,
  certificate: null,
};

const day = 24 * 60 * 60 * 1_000;
/** Given for so many days, of which so many are left. */
const certificate = (days: number, left: number) => ({
  certificate: { sinceBeginMs: (days - left) * day, untilEndMs: left * day },
});

function bench() {
  const lines: { level: string; alarm: unknown }[] = [];
  const write = (level: string) => (fields: unknown) => {
    lines.push({ level, alarm: fields && typeof fields === 'object' && 'alarm' in fields ? fields.alarm : null });
  };
  const clock = { now: 0 };
  const counted: string[] = [];
  const alarms = new Alarms({
    log: { error: write('error'), warn: write('warn'), info: write('info') },
    now: () => clock.now,
    onAlarm: (name) => counted.push(name),
  });
  const watch = new AlarmWatch(alarms);
  /** The sample holds for so many seconds. */
  const hold = (sample: Partial<Sample>, seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      watch.look({ ...well, ...sample }, clock.now);
      clock.now += 1_000;
    }
  };
  return { lines, alarms, hold, counted, names: () => alarms.standing.map(({ name }) => name) };
}

describe('alarms that last', () => {
  it('are told once when they come and once when they go', () => {
    const { lines, alarms, hold, names, counted } = bench();
    hold({ storeUp: false }, 10);
    expect(names()).toEqual(['StoreDown']);
    hold({}, 10);
    expect(names()).toEqual([]);
    expect(lines).toEqual([
      { level: 'error', alarm: 'StoreDown' },
      { level: 'info', alarm: 'StoreUp' },
    ]);
    expect(counted).toEqual(['StoreDown']);
    expect(alarms.told.map(({ name, detail }) => `${name} ${detail ?? ''}`.trim())).toEqual([
      'StoreUp after 10 s',
      'StoreDown',
    ]);
  });

  it('do not come for a fault that is over in a moment, nor go for a moment without it', () => {
    const { lines, hold, names } = bench();
    for (let turn = 0; turn < 20; turn += 1) {
      hold({ switchUp: false }, 2);
      hold({}, 1);
    }
    expect(lines).toEqual([]);
    hold({ switchUp: false }, 5);
    for (let turn = 0; turn < 20; turn += 1) {
      hold({}, 2);
      hold({ switchUp: false }, 1);
    }
    expect(names()).toEqual(['CallControlDown']);
    expect(lines).toHaveLength(1);
  });

  it.each([
    ['CallControlDown', { switchUp: false, routing: false }],
    ['FilteringDown', { routing: false }],
    ['StoreDown', { storeUp: false }],
    ['PeerGone', { peer: 'gone' }],
    ['PeerGone', { peer: 'unknown' }],
    ['ConfigurationInvalid', { configurationValid: false }],
    ['LinesNotAtSwitch', { missingLines: 1 }],
    ['DirectoryNotLoaded', { directoryLoaded: false }],
    ['Overloaded', { loopDelayMs: limits.loopDelayMs + 1 }],
    ['Overloaded', { waitingCommands: limits.waitingCommands + 1 }],
    ['Overloaded', { consoles: limits.consoles + 1 }],
    ['TooManyFailedLogins', { failedLogins: limits.failedLoginsPerMinute + 1 }],
    ['CertificateExpiring', certificate(398, 14)],
    ['CertificateExpiring', certificate(6, 2)],
    ['CertificateNotValid', certificate(398, 399)],
  ] as const)('%s is raised by %j alone', (name, sample) => {
    const { hold, names } = bench();
    hold(sample, 65);
    expect(names()).toEqual([name]);
    hold({}, 70);
    expect(names()).toEqual([]);
  });

  it.each([
    [398, 14.1],
    [90, 15],
    [6, 2.1],
    [1, 0.9],
  ])('say nothing of a certificate that is given for %d days and has %d left', (days, left) => {
    const { hold, lines } = bench();
    hold(certificate(days, left), 5);
    expect(lines).toEqual([]);
  });

  it('follow a certificate from its last weeks over its end to the renewed one, at once', () => {
    const { hold, alarms, names } = bench();
    hold(certificate(398, 1.9), 1);
    expect(names()).toEqual(['CertificateExpiring']);
    hold(certificate(398, 0), 1);
    expect(names()).toEqual(['CertificateExpiring', 'CertificateNotValid']);
    hold(certificate(398, 397), 1);
    expect(names()).toEqual([]);
    expect(alarms.told.map(({ name, detail }) => `${name}: ${detail}`)).toEqual([
      'CertificateValid: after 1 s',
      'CertificateRenewed: after 2 s',
      'CertificateNotValid: it ended 0 hours ago',
      'CertificateExpiring: it ends in 1 day',
    ]);
  });

  it.each([
    [398, 399.5, 'it begins in 1 day'],
    [398, 13.99, 'it ends in 13 days'],
    [398, 0.5, 'it ends in 12 hours'],
    [398, 1.1 / 24, 'it ends in 1 hour'],
    [398, -3, 'it ended 3 days ago'],
  ])('say how long a certificate of %d days with %d left has', (days, left, detail) => {
    const { hold, alarms } = bench();
    hold(certificate(days, left), 1);
    expect(alarms.told[0]?.detail).toBe(detail);
  });

  it('say nothing of a service that is meant to be alone, nor of a link that is being made', () => {
    const { hold, lines } = bench();
    hold({ peer: 'none' }, 60);
    hold({ peer: 'unknown' }, 5);
    hold({}, 1);
    expect(lines).toEqual([]);
  });

  it('say nothing of a standby that does not route', () => {
    const { hold, lines } = bench();
    hold({ active: false, routing: false, directoryLoaded: null }, 60);
    expect(lines).toEqual([]);
  });

  it('name what is too much', () => {
    const { hold, alarms } = bench();
    hold({ waitingCommands: 900 }, 10);
    expect(alarms.told[0]).toMatchObject({ name: 'Overloaded', detail: '900 commands are waiting' });
    hold({ peer: 'unknown' }, 10);
    expect(alarms.told[0]).toMatchObject({ name: 'PeerGone', detail: 'no link to it can be made' });
    hold({ missingLines: 16 }, 10);
    expect(alarms.told[0]).toMatchObject({ name: 'LinesNotAtSwitch', detail: '16 of the configured lines' });
  });
});

it('what happened is logged at the level of its severity and kept, the newest first, fifty at most', () => {
  const { alarms, lines } = bench();
  alarms.tell('ServiceNotStarted', 'the port is taken');
  alarms.tell('CallRecordsLost');
  for (let time = 0; time < 60; time += 1) alarms.tell('BecameActive', `epoch ${time}`);
  expect(lines.slice(0, 3).map(({ level }) => level)).toEqual(['error', 'warn', 'info']);
  expect(alarms.told).toHaveLength(50);
  expect(alarms.told[0]).toMatchObject({ name: 'BecameActive', detail: 'epoch 59' });
  expect(alarms.standing).toEqual([]);
});

it('every name is used once, ends included, and every alarm says what to do', () => {
  const ends = lastingAlarms.map((name) => alarmCatalog[name].endsAs);
  const all = [...alarmNames, ...ends];
  expect(new Set(all).size).toBe(all.length);
  for (const name of alarmNames) {
    expect(alarmCatalog[name].meaning).not.toBe('');
    expect(alarmCatalog[name].whatToDo).not.toBe('');
  }
});

it('turns alternate and never come sooner than the patience, whatever the condition does', () => {
  const looks = fc.array(fc.record({ after: fc.integer({ min: 1, max: 5_000 }), bad: fc.boolean() }), {
    maxLength: 80,
  });
  fc.assert(
    fc.property(looks, (steps) => {
      const state = new Hysteresis(patience.Overloaded);
      let now = 0;
      let raised = false;
      let steadySince = 0;
      let last: boolean | null = null;
      for (const { after, bad } of steps) {
        now += after;
        if (bad !== last) steadySince = now;
        last = bad;
        const turn = state.look(bad, now);
        if (turn === null) continue;
        expect(turn).toBe(raised ? 'clear' : 'raise');
        expect(bad).toBe(!raised);
        const wanted = raised ? patience.Overloaded.clearAfterMs : patience.Overloaded.raiseAfterMs;
        expect(now - steadySince).toBeGreaterThanOrEqual(wanted);
        raised = !raised;
      }
    }),
  );
});

it('counts the events of the last minute', () => {
  const events = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 200 });
  fc.assert(
    fc.property(events, (gaps) => {
      const count = new RecentCount();
      const times: number[] = [];
      let now = 0;
      for (const gap of gaps) {
        now += gap;
        count.add(now);
        times.push(now);
        const oldest = Math.floor(now / 1_000) - 59;
        expect(count.lastMinute(now)).toBe(times.filter((time) => Math.floor(time / 1_000) >= oldest).length);
      }
    }),
  );
});

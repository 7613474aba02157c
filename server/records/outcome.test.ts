import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallState } from '../../shared/calls/model';
import { CallTracks } from './callTrack';
import { callOutcomes, recordOf } from './outcome';
import { callOf, cleared, looks, type Look } from './testing/calls';
import { testCompany } from './testing/company';

/** Looks at these times, then the end at the last. */
function record(steps: readonly (readonly [time: number, look: Look])[], endedAt: number) {
  const tracks = new CallTracks();
  for (const [time, look] of steps) tracks.apply(looks('c1', look), time);
  const ended = tracks.apply(cleared('c1'), endedAt);
  expect(tracks.size).toBe(0);
  return ended && recordOf(testCompany, ended);
}

const waits: Look = { called: {} };
const rings = (...numbers: string[]): Look => ({ called: all('alerting', numbers) });
const talks = (...numbers: string[]): Look => ({ called: all('connected', numbers), callerState: 'connected' });
const all = (state: CallState, numbers: string[]) => Object.fromEntries(numbers.map((number) => [number, state]));

describe('a call to a manager', () => {
  it.each([
    [
      'answered by an assistant',
      [
        [0, waits],
        [10, rings('390')],
        [3_000, talks('390')],
      ],
      'answeredByAssistant',
      'maya',
    ],
    [
      'answered by the manager',
      [
        [0, waits],
        [10, rings('600')],
        [3_000, talks('600')],
      ],
      'answeredByManager',
      null,
    ],
    [
      'passed on to the next assistant',
      [
        [0, rings('390')],
        [2_000, rings('380')],
        [3_000, talks('380')],
      ],
      'answeredByAssistant',
      'tom',
    ],
    [
      'taken back by the manager',
      [
        [0, rings('390')],
        [2_000, rings('600')],
        [3_000, talks('600')],
      ],
      'answeredByManager',
      'maya',
    ],
    [
      'left to the voicemail',
      [
        [0, rings('390')],
        [3_000, talks('voicemail')],
      ],
      'voicemail',
      'maya',
    ],
    [
      'diverted and answered there',
      [
        [0, rings('1005')],
        [3_000, talks('1005')],
      ],
      'diverted',
      null,
    ],
    [
      'passed on to the own line of an assistant',
      [
        [0, rings('200')],
        [3_000, talks('200')],
      ],
      'answeredByAssistant',
      'maya',
    ],
  ] as const)('%s', (_, steps, outcome, assistantId) => {
    const talkedMs = outcome === 'voicemail' ? 0 : 4_000;
    expect(record(steps, 7_000)).toMatchObject({ managerId: 'boss', outcome, assistantId, rangMs: 3_000, talkedMs });
  });

  it.each([
    ['while it waited for the decision', [[0, waits]], 'abandoned', null],
    ['while it rang at an assistant', [[0, rings('390')]], 'abandoned', 'maya'],
    [
      'while it rang at the manager, after an assistant',
      [
        [0, rings('390')],
        [9, rings('600')],
      ],
      'abandoned',
      'maya',
    ],
    ['while it rang where it was diverted to', [[0, rings('1005')]], 'diverted', null],
    [
      'hearing the busy tone',
      [
        [0, waits],
        [9, { callerState: 'fail' }],
      ],
      'notAnswered',
      null,
    ],
  ] as const)('that nobody answered, given up %s', (_, steps, outcome, assistantId) => {
    expect(record(steps, 7_000)).toMatchObject({ outcome, assistantId, rangMs: 7_000, talkedMs: 0 });
  });

  it('counts the talk of the one who answered, holding included, not of whom it was transferred to', () => {
    const held: Look = { called: { '390': 'hold' }, callerState: 'connected' };
    const steps = [
      [0, rings('390')],
      [1_000, talks('390')],
      [5_000, held],
      [6_000, rings('1005')],
      [9_000, talks('1005')],
    ] as const;
    expect(record(steps, 20_000)).toMatchObject({ outcome: 'answeredByAssistant', talkedMs: 5_000, endedAt: 20_000 });
  });

  it('begins when it comes to the manager, not when it was first made', () => {
    const elsewhere: Look = { ...talks('1005'), routedFor: null };
    const steps = [
      [0, elsewhere],
      [60_000, waits],
      [61_000, rings('390')],
      [64_000, talks('390')],
    ] as const;
    expect(record(steps, 70_000)).toMatchObject({
      arrivedAt: 60_000,
      rangMs: 4_000,
      talkedMs: 6_000,
      assistantId: 'maya',
    });
  });

  it('stays the first manager’s when it is sent on to another', () => {
    const steps = [
      [0, waits],
      [1_000, talks('390')],
      [5_000, { ...rings('700'), routedFor: '601' }],
    ] as const;
    expect(record(steps, 9_000)).toMatchObject({ managerId: 'boss', outcome: 'answeredByAssistant' });
  });
});

describe('a call that becomes part of another', () => {
  const ended = (look: Look, cause: 'transferred' | 'conferenced') => {
    const tracks = new CallTracks();
    tracks.apply(looks('c1', look), 0);
    const end = tracks.apply(cleared('c1', cause), 4_000);
    expect(tracks.size).toBe(0);
    return end && recordOf(testCompany, end);
  };

  it('is recorded as what it was where somebody had answered it', () => {
    const record = ended(talks('390'), 'conferenced');
    expect(record).toMatchObject({ outcome: 'answeredByAssistant', assistantId: 'maya', talkedMs: 4_000 });
  });

  it('is not given up where it still rings: the call it rings on in is recorded instead, once', () => {
    expect(ended(rings('390'), 'transferred')).toBeNull();
    const other: Look = { ...talks('1005'), routedFor: null };
    const steps = [
      [0, other],
      [4_000, rings('390')],
      [6_000, talks('390')],
    ] as const;
    expect(record(steps, 9_000)).toMatchObject({ arrivedAt: 4_000, outcome: 'answeredByAssistant', talkedMs: 3_000 });
  });

  it('the one that goes on stays its manager’s, and counts while who answered first is in it', () => {
    const steps = [
      [0, rings('390')],
      [1_000, talks('390')],
      [5_000, talks('390', '1005')],
      [8_000, talks('1005')],
    ] as const;
    expect(record(steps, 20_000)).toMatchObject({ outcome: 'answeredByAssistant', talkedMs: 7_000, endedAt: 20_000 });
  });
});

describe('a call to a shared line', () => {
  const shared = (look: Look): Look => ({ ...look, routedFor: null });

  it.each([
    ['700-ines', 'answeredByAssistant', 'ines'],
    ['700', 'answeredByManager', 'ines'],
  ])('answered at %s', (number, outcome, assistantId) => {
    const steps = [
      [5_000, shared(rings('700', '700-ines'))],
      [8_000, shared(talks(number))],
    ] as const;
    expect(record(steps, 9_000)).toMatchObject({
      managerId: 'chief',
      outcome,
      assistantId,
      rangMs: 3_000,
      talkedMs: 1_000,
    });
  });

  it('given up', () => {
    const steps = [[0, shared(rings('700', '700-ines'))]] as const;
    expect(record(steps, 900)).toMatchObject({ managerId: 'chief', outcome: 'abandoned', rangMs: 900 });
  });
});

it('a call to nobody of this company has no record', () => {
  expect(record([[0, { ...rings('1005'), routedFor: null }]], 9)).toBeNull();
  expect(record([[0, { ...rings('390'), routedFor: '999' }]], 9)).toBeNull();
});

it('a call that was under way when the service came is picked up as the switch remembers it', () => {
  const tracks = new CallTracks();
  const talking: Look = { ...talks('390'), startedAt: 1_000, answeredAt: 4_000 };
  expect(tracks.replace([callOf('c1', talking)], 90_000)).toEqual([]);
  const ended = tracks.apply(cleared('c1'), 94_000);
  expect(ended && recordOf(testCompany, ended)).toMatchObject({
    arrivedAt: 1_000,
    rangMs: 3_000,
    talkedMs: 90_000,
    outcome: 'answeredByAssistant',
  });
});

it('a call that ended while the link was down counts until the link was lost', () => {
  const tracks = new CallTracks();
  tracks.apply(looks('answered', talks('390')), 0);
  tracks.apply(looks('rang', rings('390')), 0);
  tracks.apply(looks('stays', talks('390')), 0);
  tracks.lost(5_000);
  tracks.lost(6_000);
  const ended = tracks.replace([callOf('stays', talks('390'))], 60_000).map((call) => recordOf(testCompany, call));
  expect(ended).toMatchObject([
    { callId: 'answered', outcome: 'answeredByAssistant', talkedMs: 5_000, endedAt: 5_000 },
    { callId: 'rang', outcome: 'notAnswered', rangMs: 5_000 },
  ]);
  expect(tracks.size).toBe(1);
});

it('whatever happens to calls, each has one end, its times fit into its life and memory is given back', () => {
  const numbers = fc.constantFrom('390', '380', '600', '1005', 'voicemail', '200', '700', '700-ines');
  const states = fc.constantFrom<CallState>('alerting', 'connected', 'hold', 'fail', 'queued');
  const look = fc.record({
    routedFor: fc.constantFrom('600', null, '999'),
    called: fc.dictionary(numbers, states, { maxKeys: 3 }),
    callerState: states,
  });
  const step = fc.record({
    after: fc.integer({ min: -5, max: 60_000 }),
    id: fc.constantFrom('c1', 'c2', 'c3'),
    look: fc.option(look, { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const tracks = new CallTracks();
      const open = new Set<string>();
      let now = 1_000_000;
      for (const { after, id, look } of steps) {
        // Clocks are set back now and then.
        now += after;
        const ended = tracks.apply(look ? looks(id, look) : cleared(id), now);
        expect(ended !== null).toBe(look === null && open.has(id));
        if (look) open.add(id);
        else open.delete(id);
        const record = ended && recordOf(testCompany, ended);
        if (!record) continue;
        expect(callOutcomes).toContain(record.outcome);
        expect(record.rangMs).toBeGreaterThanOrEqual(0);
        expect(record.talkedMs).toBeGreaterThanOrEqual(0);
        expect(record.endedAt).toBeGreaterThanOrEqual(record.arrivedAt);
        if (record.outcome === 'answeredByAssistant') expect(record.assistantId).not.toBeNull();
      }
      expect(tracks.size).toBe(open.size);
    }),
  );
});

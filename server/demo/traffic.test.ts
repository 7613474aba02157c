import { beforeEach, describe, expect, it } from 'vitest';
import { LineId } from '../../shared/ids';
import type { SwitchCall, SwitchEvent } from '../switch/port';
import { manualClock, type ManualClock } from '../switch/sim/manualClock';
import { SimSwitch } from '../switch/sim/switch';
import { demoSwitch } from './phones';
import { startTraffic } from './traffic';
import { demoManagers } from './world';

let clock: ManualClock;
let sim: SimSwitch;
let events: { readonly at: number; readonly event: SwitchEvent }[];
let stop: () => void;

/** A known sequence without a pattern that matters (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function start(callsPerMinute: number, random = seeded(7)): void {
  let ids = 0;
  stop = startTraffic({ sim, clock, random, newId: () => `t${String((ids += 1))}`, callsPerMinute });
}

const cleared = (callId: string) => events.find(({ event }) => event.type === 'callCleared' && event.callId === callId);
const made = () =>
  events.flatMap(({ event }) => (event.type === 'call' && event.cause === 'originated' ? [event.call] : []));
const calls = (): SwitchCall[] => sim.snapshot().calls;

beforeEach(() => {
  clock = manualClock(0);
  let ids = 0;
  const newId = () => `r${String((ids += 1))}`;
  sim = new SimSwitch({ plan: demoSwitch().plan, clock, newId, routeTimeoutMs: 1_500 });
  events = [];
  sim.subscribe((event) => events.push({ at: clock.now(), event }));
});

describe('traffic', () => {
  it('rings managers from outside about as often as asked', () => {
    start(3);
    clock.advance(60 * 60_000);
    expect(made().length).toBeGreaterThan(140);
    expect(made().length).toBeLessThan(220);
    expect(made().every((call) => call.caller.number?.startsWith('+'))).toBe(true);
    const called = new Set<string>(made().map((call) => call.calledDn));
    expect([...called].toSorted()).toEqual(demoManagers.map(({ dn }) => dn));
  });

  it('ends every call: after 20 to 40 s unanswered, or after a talk of at most 90 s', () => {
    start(3);
    clock.advance(30 * 60_000);
    stop();
    const lasted = made()
      .map(({ callId, startedAt }) => ({ end: cleared(callId)?.at, startedAt }))
      .flatMap(({ end, startedAt }) => (end === undefined ? [] : [end - startedAt]));
    expect(lasted.length).toBeGreaterThan(50);
    expect(Math.min(...lasted)).toBeGreaterThanOrEqual(20_000);
    expect(Math.max(...lasted)).toBeLessThanOrEqual(98_000);
    const established = events.filter(({ event }) => event.type === 'call' && event.cause === 'established');
    expect(established.length).toBeGreaterThan(10);
    expect(established.length).toBeLessThan(made().length);
  });

  it('gives a transferred call new patience', () => {
    // Half of everything: a gap of 60 s × ln 2, patience 30 s, a manager who answers 5 s after the first ring and talks 55 s.
    start(1, () => 0.5);
    clock.advance(42_000 + 5_000);
    const [call] = calls();
    expect(call?.answeredAt).not.toBeNull();
    const manager = call?.connections.find((at) => at.direction === 'in');
    if (!call || !manager) throw new Error('no call was answered');
    const to = { kind: 'line', lineId: LineId.parse('line-1001') } as const;
    sim.execute({ type: 'singleStepTransfer', callId: call.callId, lineId: manager.lineId, to });
    clock.advance(29_000);
    expect(calls().some(({ callId }) => callId === call.callId)).toBe(true);
    clock.advance(2_000);
    expect(calls().some(({ callId }) => callId === call.callId)).toBe(false);
  });

  it('leaves a call that an assistant has taken to the assistant, also when it talked with the manager before', () => {
    start(1, () => 0.5);
    clock.advance(42_000 + 5_000);
    const [call] = calls();
    if (!call) throw new Error('no call was answered');
    const at = (lineId: string) => ({ callId: call.callId, lineId: LineId.parse(lineId) });
    const manager = call.connections.find(({ direction }) => direction === 'in');
    if (!manager) throw new Error('no call was answered');
    const to = { kind: 'line', lineId: LineId.parse('line-2001') } as const;
    sim.execute({ type: 'singleStepTransfer', ...at(manager.lineId), to });
    sim.execute({ type: 'answerCall', ...at('line-2001') });
    clock.advance(60 * 60_000);
    expect(calls().find(({ callId }) => callId === call.callId)?.connections).toHaveLength(2);
    sim.execute({ type: 'singleStepTransfer', ...at('line-2001'), to: { ...to, lineId: manager.lineId } });
    clock.advance(5 * 60_000);
    expect(calls().some(({ callId }) => callId === call.callId)).toBe(false);
  });

  it('stops, and makes nothing when not asked for', () => {
    start(3);
    clock.advance(5 * 60_000);
    stop();
    const before = events.length;
    clock.advance(60 * 60_000);
    expect(events.length).toBe(before);
    start(0);
    clock.advance(60 * 60_000);
    expect(events.length).toBe(before);
  });
});

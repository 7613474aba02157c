import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SwitchCommand, SwitchSnapshot } from '../port';
import { callId, dn, line, phoneId, TestSwitch, toLine, toNumber } from './testSwitch';

const numbers = ['600', '601', '200', '390', '101', '102', '103', '+49305550100'] as const;
const anyNumber = fc.constantFrom(...numbers, '999');
const anyAt = fc.record({
  callId: fc.constantFrom('c1', 'c2', 'c3', 'c4').map(callId),
  lineId: anyNumber.map(line),
});
const anyDestination = fc.oneof(anyNumber.map(toNumber), anyNumber.map(toLine));

const atCall = <T extends string>(type: T) => anyAt.map((at) => ({ type, ...at }));
const anyCommand: fc.Arbitrary<SwitchCommand> = fc.oneof(
  fc.tuple(anyAt, anyNumber).map(([at, to]) => ({ type: 'makeCall', ...at, to: dn(to) }) as const),
  atCall('answerCall' as const),
  atCall('clearConnection' as const),
  atCall('holdCall' as const),
  atCall('retrieveCall' as const),
  fc.tuple(anyAt, anyDestination).map(([at, to]) => ({ type: 'singleStepTransfer', ...at, to }) as const),
  fc.tuple(anyAt, anyDestination).map(([at, to]) => ({ type: 'deflectCall', ...at, to }) as const),
  fc.record({
    type: fc.constant('routeSelect' as const),
    routeId: fc.nat(12).map((n) => `id-${String(n)}`),
    to: anyDestination,
    noAnswerMs: fc.constant(null),
  }),
  fc.record({ type: fc.constant('setDoNotDisturb' as const), phoneId: anyNumber.map(phoneId), on: fc.boolean() }),
);

/** Random lines rarely fit a call; half of the time the command is aimed at a line that is in one. */
const anyStep = fc.oneof(
  fc.record({ kind: fc.constant('command' as const), command: anyCommand, aim: fc.nat() }),
  fc.record({ kind: fc.constant('forward' as const), phone: anyNumber, to: fc.option(anyNumber) }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 2_000 }) }),
  fc.record({ kind: fc.constant('served' as const), on: fc.boolean() }),
);

function aimed(command: SwitchCommand, snapshot: SwitchSnapshot, aim: number): SwitchCommand {
  if (aim % 3 === 0) return command;
  if (command.type === 'routeSelect') {
    const route = snapshot.routeRequests[aim % Math.max(1, snapshot.routeRequests.length)];
    return route ? { ...command, routeId: route.routeId } : command;
  }
  if (!('callId' in command) || command.type === 'makeCall') return command;
  const all = snapshot.calls.flatMap((call) => call.connections.map(({ lineId }) => ({ callId: call.callId, lineId })));
  return { ...command, ...all[aim % Math.max(1, all.length)] };
}

function check(snapshot: SwitchSnapshot): void {
  const phoneOf = new Map(
    snapshot.phones.flatMap((phone) => phone.lines.map((l) => [l.lineId, phone.phoneId] as const)),
  );
  const talking = snapshot.calls
    .flatMap((call) => call.connections)
    .filter((at) => at.state === 'connected')
    .map((at) => phoneOf.get(at.lineId));
  expect(new Set(talking).size, 'one talking call a phone').toBe(talking.length);
  for (const call of snapshot.calls) {
    expect(call.connections.length, 'a call has a living connection').toBeGreaterThan(0);
    expect(new Set(call.connections.map((at) => at.lineId)).size).toBe(call.connections.length);
    if (call.connections.some((at) => at.state === 'connected')) expect(call.answeredAt).not.toBeNull();
    const waits = snapshot.routeRequests.some((request) => request.callId === call.callId);
    const failed = call.connections.every((at) => at.state === 'fail');
    expect(call.connections.length === 1, 'alone only at a route point or with the busy tone').toBe(waits || failed);
  }
  const living = new Set(snapshot.calls.map((call) => call.callId));
  for (const request of snapshot.routeRequests) expect(living.has(request.callId)).toBe(true);
}

it('keeps its invariants whatever is pressed, and a refused command changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
      const at = new TestSwitch();
      for (const step of steps) {
        const before = at.sim.snapshot();
        const heard = at.events.length;
        if (step.kind === 'wait') at.clock.advance(step.ms);
        else if (step.kind === 'served') at.sim.setServed(step.on);
        else {
          const outcome =
            step.kind === 'command'
              ? at.sim.execute(aimed(step.command, before, step.aim))
              : at.sim.setForward(phoneId(step.phone), step.to === null ? null : dn(step.to));
          if (!outcome.ok) {
            expect(at.sim.snapshot()).toEqual(before);
            expect(at.events.length).toBe(heard);
          }
        }
        check(at.sim.snapshot());
      }
    }),
    { numRuns: 300 },
  );
});

it('tells the whole truth in its events: who only listens has the same calls as the switch', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
      const at = new TestSwitch();
      for (const step of steps) {
        if (step.kind === 'wait') at.clock.advance(step.ms);
        else if (step.kind === 'served') at.sim.setServed(step.on);
        else if (step.kind === 'command') at.sim.execute(aimed(step.command, at.sim.snapshot(), step.aim));
      }
      const heard = new Map<string, unknown>();
      for (const event of at.events) {
        if (event.type === 'call') heard.set(event.call.callId, event.call);
        if (event.type === 'callCleared') heard.delete(event.callId);
      }
      expect([...heard.values()]).toEqual(at.sim.snapshot().calls);
    }),
    { numRuns: 100 },
  );
});

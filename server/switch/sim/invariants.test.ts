import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maxParties } from '../../../shared/calls/parties';
import { Digits } from '../../../shared/protocol/commands';
import {
  voicemailLineId,
  type SwitchCall,
  type SwitchCommand,
  type SwitchConnection,
  type SwitchSnapshot,
} from '../port';
import { isRung } from './call';
import { callId, dn, line, managerStatus, phoneId, TestSwitch, testPlan, toNumber, toVoicemail } from './testSwitch';

const lines = testPlan.phones.flatMap((phone) => phone.lines);
const intercoms = new Set(lines.filter(({ intercom }) => intercom).map(({ lineId }) => lineId));
const anyNumber = fc.constantFrom(...lines.map((each) => each.dn), '7000', '999');
const anyLine = fc.constantFrom(...lines.map(({ lineId }) => lineId), line('999'));
const anyPhone = fc.constantFrom(...testPlan.phones.map((phone) => phone.phoneId), phoneId('999'));
const anyId = fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7').map(callId);
const anyAt = fc.record({ callId: anyId, lineId: anyLine });
const anyDestination = fc.oneof(
  anyNumber.map(toNumber),
  anyLine.map((lineId) => ({ kind: 'line', lineId }) as const),
  fc.constantFrom('600', '700', '101', '200').map(toVoicemail),
);
const anyRouteId = fc.nat(20).map((n) => `id-${String(n)}`);

const atCall = <T extends string>(type: T) => anyAt.map((at) => ({ type, ...at }));
const often = <T extends SwitchCommand>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });
const anyCommand: fc.Arbitrary<SwitchCommand> = fc.oneof(
  often(
    9,
    fc.tuple(anyAt, anyNumber).map(([at, to]) => ({ type: 'makeCall', ...at, to: dn(to) }) as const),
  ),
  often(14, atCall('answerCall' as const)),
  often(2, atCall('clearConnection' as const)),
  often(2, atCall('holdCall' as const)),
  often(2, atCall('retrieveCall' as const)),
  often(
    2,
    fc.tuple(anyAt, anyDestination).map(([at, to]) => ({ type: 'singleStepTransfer', ...at, to }) as const),
  ),
  often(
    2,
    fc.tuple(anyAt, anyDestination).map(([at, to]) => ({ type: 'deflectCall', ...at, to }) as const),
  ),
  often(
    6,
    fc.record({
      type: fc.constant('consultationCall' as const),
      callId: anyId,
      lineId: anyLine,
      newCallId: anyId,
      to: anyNumber.map(dn),
      purpose: fc.constantFrom('transfer' as const, 'conference' as const),
    }),
  ),
  often(2, atCall('reconnectCall' as const)),
  often(
    4,
    fc.tuple(anyAt, anyAt).map(([at, other]) => ({ type: 'transferCall', ...at, other }) as const),
  ),
  often(
    6,
    fc
      .tuple(anyAt, fc.array(anyAt, { minLength: 1, maxLength: 3 }))
      .map(([at, others]) => ({ type: 'conferenceCall', ...at, others }) as const),
  ),
  often(
    1,
    anyAt.map((at) => ({ type: 'generateDigits', ...at, digits: Digits.parse('12345678901234567890') }) as const),
  ),
  often(
    6,
    fc.record({
      type: fc.constant('routeSelect' as const),
      routeId: anyRouteId,
      to: anyDestination,
      noAnswerMs: fc.option(fc.integer({ min: 1, max: 2_000 })),
    }),
  ),
  often(1, fc.record({ type: fc.constant('routeEnd' as const), routeId: anyRouteId })),
  often(1, fc.record({ type: fc.constant('setDoNotDisturb' as const), phoneId: anyPhone, on: fc.boolean() })),
  often(1, fc.record({ type: fc.constant('playAlertTone' as const), phoneId: anyPhone })),
  often(
    1,
    fc.record({
      type: fc.constant('setPhoneStatus' as const),
      phoneId: anyPhone,
      status: fc.option(fc.constant(managerStatus)),
    }),
  ),
  often(
    1,
    fc.record({
      type: fc.constant('answerFeatureKey' as const),
      pressId: anyRouteId,
      refusal: fc.option(fc.constant('not now')),
    }),
  ),
);

/** Random lines rarely fit a call: mostly the command is aimed at a line that is in one. */
const anyStep = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ kind: fc.constant('command' as const), command: anyCommand, aim: fc.nat(1_000) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('forward' as const), phone: anyPhone, to: fc.option(anyNumber) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 2_000 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('served' as const), on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('key' as const), phone: anyPhone }) },
);
const anySteps = fc.array(anyStep, { minLength: 20, maxLength: 60, size: 'max' });

function aimed(command: SwitchCommand, snapshot: SwitchSnapshot, aim: number): SwitchCommand {
  if (aim % 10 === 0) return command;
  if (command.type === 'routeSelect' || command.type === 'routeEnd') {
    const route = snapshot.routeRequests[aim % Math.max(1, snapshot.routeRequests.length)];
    return route ? { ...command, routeId: route.routeId } : command;
  }
  if (!('callId' in command) || command.type === 'makeCall') return command;
  const fits = (at: SwitchConnection) => command.type !== 'answerCall' || isRung(at);
  const all = snapshot.calls.flatMap((call) =>
    call.connections.filter(fits).map(({ lineId }) => ({ callId: call.callId, lineId })),
  );
  const target = all[aim % Math.max(1, all.length)];
  if (!target) return command;
  // The other calls of that phone are the ones that it can be joined with.
  const together = all.filter(
    (at) => at.callId !== target.callId && phoneOf.get(at.lineId) === phoneOf.get(target.lineId),
  );
  const [other] = together;
  if (command.type === 'transferCall' && other) return { ...command, ...target, other };
  if (command.type === 'conferenceCall' && other) {
    return { ...command, ...target, others: together.slice(0, command.others.length) };
  }
  return { ...command, ...target };
}

const phoneOf = new Map(testPlan.phones.flatMap((phone) => phone.lines.map((l) => [l.lineId, phone.phoneId] as const)));

function check(snapshot: SwitchSnapshot): void {
  const talking = snapshot.calls
    .flatMap((call) => call.connections)
    .filter((at) => at.state === 'connected')
    .filter((at) => at.lineId !== voicemailLineId)
    .map((at) => phoneOf.get(at.lineId));
  expect(new Set(talking).size, 'one talking call a phone').toBe(talking.length);
  for (const call of snapshot.calls) {
    expect(call.connections.length, 'a call has a living connection').toBeGreaterThan(0);
    expect(new Set(call.connections.map((at) => at.lineId)).size).toBe(call.connections.length);
    if (call.connections.some((at) => at.state === 'connected')) expect(call.answeredAt).not.toBeNull();
    const rung = call.connections.filter(isRung);
    expect(new Set(rung.map((at) => at.dn)).size, 'rings at one number at most').toBeLessThanOrEqual(1);
    const others = call.connections.length - rung.length;
    expect(others, 'rings for somebody, and for nobody else where somebody has it').toBeGreaterThan(0);
    if (rung.length > 0) expect(others).toBe(1);
    expect(call.connections.length).toBeLessThanOrEqual(maxParties);
    const phones = call.connections.map((at) => phoneOf.get(at.lineId));
    expect(new Set(phones).size, 'a phone is in a call once').toBe(phones.length);
    const callers = call.connections.filter(({ direction }) => direction === 'out');
    expect(callers.length, 'one caller at most').toBeLessThanOrEqual(1);
    for (const { digits } of call.connections) expect(digits.length).toBeLessThanOrEqual(32);
    checkConsultation(snapshot, call);
    const waits = snapshot.routeRequests.some(({ callId, reason }) => callId === call.callId && reason === 'incoming');
    const failed = call.connections.every((at) => at.state === 'fail');
    expect(call.connections.length === 1, 'alone only at a route point or with the busy tone').toBe(waits || failed);
    for (const at of call.connections) {
      if (intercoms.has(at.lineId)) expect(at.state, 'an intercom call is never held').not.toBe('hold');
    }
  }
  const living = new Set(snapshot.calls.map((call) => call.callId));
  for (const request of snapshot.routeRequests) {
    expect(living.has(request.callId)).toBe(true);
    if (request.reason === 'incoming') continue;
    const call = snapshot.calls.find(({ callId }) => callId === request.callId);
    const ringing = call?.connections.filter(isRung).map((at) => at.lineId) ?? [];
    expect(ringing.length, 'still rings').toBeGreaterThan(0);
    for (const lineId of ringing) expect(request.tried).toContain(lineId);
  }
  expect(new Set(snapshot.routeRequests.map((request) => request.callId)).size, 'one request a call').toBe(
    snapshot.routeRequests.length,
  );
}

/** Both calls are at the line, and the line asks one party for one call at a time. */
function checkConsultation({ calls }: SwitchSnapshot, { callId: id, connections, consultation }: SwitchCall): void {
  if (!consultation) return;
  const { lineId, heldCallId } = consultation;
  const held = calls.find((call) => call.callId === heldCallId);
  expect(heldCallId).not.toBe(id);
  for (const each of [connections, held?.connections ?? []]) expect(each.map((at) => at.lineId)).toContain(lineId);
  const others = calls.filter((call) => call.callId !== id && call.consultation?.lineId === lineId);
  for (const other of others) expect([other.callId, other.consultation?.heldCallId]).not.toContain(heldCallId);
}

it('keeps its invariants whatever is pressed, and a refused command changes nothing', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const at = new TestSwitch();
      for (const step of steps) {
        const before = at.sim.snapshot();
        const heard = at.events.length;
        if (step.kind === 'wait') at.clock.advance(step.ms);
        else if (step.kind === 'served') at.sim.setServed(step.on);
        else if (step.kind === 'key') void at.sim.pressFeatureKey(step.phone, { key: 'filter' });
        else {
          const outcome =
            step.kind === 'command'
              ? at.sim.execute(aimed(step.command, before, step.aim))
              : at.sim.setForward(step.phone, step.to === null ? null : dn(step.to));
          if (!outcome.ok) {
            expect(at.sim.snapshot()).toEqual(before);
            expect(at.events.length).toBe(heard);
          }
        }
        check(at.sim.snapshot());
      }
    }),
    { numRuns: 600 },
  );
});

it('tells the whole truth in its events: who only listens has the same calls as the switch', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const at = new TestSwitch();
      for (const step of steps) {
        if (step.kind === 'wait') at.clock.advance(step.ms);
        else if (step.kind === 'served') at.sim.setServed(step.on);
        else if (step.kind === 'forward') at.sim.setForward(step.phone, step.to === null ? null : dn(step.to));
        else if (step.kind === 'key') void at.sim.pressFeatureKey(step.phone, { key: 'filter' });
        else at.sim.execute(aimed(step.command, at.sim.snapshot(), step.aim));
      }
      const calls = new Map<string, unknown>();
      const phones = new Map<string, unknown>(testPlan.phones.map((phone) => [phone.phoneId, phone]));
      for (const event of at.events) {
        if (event.type === 'call') calls.set(event.call.callId, event.call);
        if (event.type === 'callCleared') calls.delete(event.callId);
        if (event.type === 'phone') phones.set(event.phone.phoneId, event.phone);
      }
      const truth = at.sim.snapshot();
      expect([...calls.values()]).toEqual(truth.calls);
      expect([...phones.values()]).toEqual(truth.phones);
    }),
    { numRuns: 200 },
  );
});

/**
 * A small switch for tests: managers 600 and 601 (route points), assistants 200 and 210 with proxy lines 390 and 391, colleagues
 * 101 to 103, a caller outside. 700 is shared by its manager and assistant 210; 500 and 520 are intercom lines of 600 and 200.
 * The voicemail has the number 7000 and boxes for 600, 700 and 101.
 */
import { CallId, Dn, LineId, PhoneId } from '../../../shared/ids';
import { Digits } from '../../../shared/protocol/commands';
import type { Destination, PhoneStatus, RouteRequest, SwitchCall, SwitchEvent, SwitchPhone } from '../port';
import { manualClock, type ManualClock } from './manualClock';
import type { SwitchPlan } from './plan';
import { SimSwitch } from './switch';

export const dn = (number: string) => Dn.parse(number);
export const line = (number: string) => LineId.parse(`line-${number}`);
export const phoneId = (number: string) => PhoneId.parse(`phone-${number}`);
export const callId = (id: string) => CallId.parse(id);
export const toNumber = (number: string) => ({ kind: 'number', number: dn(number) }) as const;
export const toVoicemail = (box: string) => ({ kind: 'voicemail', box: dn(box) }) as const;
export const toLine = (number: string) => ({ kind: 'line', lineId: line(number) }) as const;

/** What a service shows on a manager's phone. */
export const managerStatus: PhoneStatus = {
  ...{ mode: 'proxy', filterMode: 'inclusive', assistants: [], watched: [] },
  ...{ filterOn: true, divertAll: false, assistantWatch: true, alertTone: true },
};

const lineOf = (number: string, label: string, lineId = line(number), intercom = false) => ({
  ...{ lineId, dn: dn(number), label, intercom },
});

function phone(name: string, numbers: readonly [string, ...string[]], more: SwitchPhone['lines'] = []): SwitchPhone {
  const lines = [...numbers.map((number) => lineOf(number, name)), ...more];
  const quiet = { doNotDisturb: false, forwardedTo: null, messageWaiting: false, alertedAt: null, status: null };
  return { phoneId: phoneId(numbers[0]), name, lines, ...quiet };
}

const intercom = (number: string) => lineOf(number, 'Intercom', line(number), true);
/** The assistant's appearance of the shared number. */
export const sharedAt210 = line('700-210');

export const testPlan: SwitchPlan = {
  phones: [
    phone('Manager', ['600'], [intercom('500')]),
    phone('Second manager', ['601']),
    phone('Sharing manager', ['700']),
    phone('Assistant', ['200', '390'], [intercom('520')]),
    phone('Second assistant', ['210', '391'], [lineOf('700', 'Sharing manager', sharedAt210)]),
    phone('Colleague one', ['101']),
    phone('Colleague two', ['102']),
    phone('Colleague three', ['103']),
    phone('Outside', ['+49305550100']),
  ],
  routePoints: [dn('600'), dn('601')],
  trustedLines: [...['600', '601', '700', '200', '390', '500', '520', '210', '391'].map(line), sharedAt210],
  sharedDns: [dn('700')],
  voicemail: { pilot: dn('7000'), boxes: ['600', '700', '101'].map(dn) },
};

export class TestSwitch {
  readonly clock: ManualClock = manualClock();
  readonly events: SwitchEvent[] = [];
  readonly sim: SimSwitch;
  #ids = 0;

  constructor() {
    const newId = () => `id-${String((this.#ids += 1))}`;
    this.sim = new SimSwitch({ plan: testPlan, clock: this.clock, newId, routeTimeoutMs: 1500 });
    this.sim.subscribe((event) => this.events.push(event));
  }

  dial(from: string, to: string, id = 'c1') {
    return this.sim.execute({ type: 'makeCall', callId: callId(id), lineId: line(from), to: dn(to) });
  }

  press(type: 'answerCall' | 'clearConnection' | 'holdCall' | 'retrieveCall', at: string, id = 'c1') {
    return this.sim.execute({ type, callId: callId(id), lineId: line(at) });
  }

  transfer(at: string, to: Destination, id = 'c1') {
    return this.sim.execute({ type: 'singleStepTransfer', callId: callId(id), lineId: line(at), to });
  }

  deflect(at: string, to: Destination, id = 'c1') {
    return this.sim.execute({ type: 'deflectCall', callId: callId(id), lineId: line(at), to });
  }

  consult(at: string, to: string, purpose: 'transfer' | 'conference' = 'transfer', id = 'c1', newId = 'c2') {
    const [one, two] = [callId(id), callId(newId)];
    return this.sim.execute({
      ...{ type: 'consultationCall', callId: one, lineId: line(at), newCallId: two, to: dn(to), purpose },
    });
  }

  reconnect(at: string, id = 'c2') {
    return this.sim.execute({ type: 'reconnectCall', callId: callId(id), lineId: line(at) });
  }

  /** The first of the two lives on. */
  joinAndLeave(at: string, otherAt = at, id = 'c1', otherId = 'c2') {
    const other = { callId: callId(otherId), lineId: line(otherAt) };
    return this.sim.execute({ type: 'transferCall', callId: callId(id), lineId: line(at), other });
  }

  conference(at: string, others: readonly (readonly [id: string, at: string])[] = [['c2', at]], id = 'c1') {
    const joining = others.map(([otherId, otherAt]) => ({ callId: callId(otherId), lineId: line(otherAt) }));
    return this.sim.execute({ type: 'conferenceCall', callId: callId(id), lineId: line(at), others: joining });
  }

  digits(at: string, digits: string, id = 'c1') {
    return this.sim.execute({
      ...{ type: 'generateDigits', callId: callId(id), lineId: line(at), digits: Digits.parse(digits) },
    });
  }

  /** A call that is made and answered. */
  talk(from: string, to: string, id = 'c1') {
    this.dial(from, to, id);
    this.press('answerCall', to, id);
  }

  /** Answers the request that waits (there is at most one in these tests). */
  select(to: Destination, noAnswerMs: number | null = null) {
    return this.sim.execute({ type: 'routeSelect', routeId: this.request()?.routeId ?? 'none', to, noAnswerMs });
  }

  request(): RouteRequest | undefined {
    return this.sim.waitingRoutes()[0];
  }

  phone(number: string): SwitchPhone | undefined {
    return this.sim.snapshot().phones.find((each) => each.phoneId === phoneId(number));
  }

  call(id = 'c1'): SwitchCall | undefined {
    return this.sim.snapshot().calls.find((call) => call.callId === callId(id));
  }

  /** The call in short: number, direction and state of each of its lines; null when there is no such call. */
  states(id = 'c1'): string[] | null {
    return this.call(id)?.connections.map((at) => `${at.dn} ${at.direction} ${at.state}`) ?? null;
  }

  causes(): string[] {
    return this.events.map((event) => ('cause' in event ? event.cause : event.type));
  }
}

/** The code of a refusal, or `accepted`. */
export function answerOf(outcome: ReturnType<SimSwitch['execute']>): string {
  return outcome.ok ? 'accepted' : outcome.error.code;
}

/** A small switch for tests: manager 600 (route point), assistant 200 with proxy line 390, colleagues 101 to 103, a caller outside. */
import { CallId, Dn, LineId, PhoneId } from '../../../shared/ids';
import type { SwitchCall, SwitchEvent, SwitchPhone } from '../port';
import { manualClock, type ManualClock } from './manualClock';
import type { SwitchPlan } from './plan';
import { SimSwitch } from './switch';

export const dn = (number: string) => Dn.parse(number);
export const line = (number: string) => LineId.parse(`line-${number}`);
export const phoneId = (number: string) => PhoneId.parse(`phone-${number}`);
export const callId = (id: string) => CallId.parse(id);
export const toNumber = (number: string) => ({ kind: 'number', number: dn(number) }) as const;
export const toLine = (number: string) => ({ kind: 'line', lineId: line(number) }) as const;

function phone(name: string, ...numbers: [string, ...string[]]): SwitchPhone {
  const lines = numbers.map((number) => ({ lineId: line(number), dn: dn(number), label: name, intercom: false }));
  const quiet = { doNotDisturb: false, forwardedTo: null, messageWaiting: false, alertedAt: null, status: null };
  return { phoneId: phoneId(numbers[0]), name, lines, ...quiet };
}

const testPlan: SwitchPlan = {
  phones: [
    phone('Manager', '600'),
    phone('Second manager', '601'),
    phone('Assistant', '200', '390'),
    phone('Colleague one', '101'),
    phone('Colleague two', '102'),
    phone('Colleague three', '103'),
    phone('Outside', '+49305550100'),
  ],
  routePoints: [dn('600'), dn('601')],
  trustedLines: [line('600'), line('601'), line('200'), line('390')],
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

  transfer(at: string, to: ReturnType<typeof toNumber | typeof toLine>, id = 'c1') {
    return this.sim.execute({ type: 'singleStepTransfer', callId: callId(id), lineId: line(at), to });
  }

  deflect(at: string, to: ReturnType<typeof toNumber | typeof toLine>, id = 'c1') {
    return this.sim.execute({ type: 'deflectCall', callId: callId(id), lineId: line(at), to });
  }

  select(to: ReturnType<typeof toNumber | typeof toLine>) {
    const routeId = this.sim.waitingRoutes()[0]?.routeId ?? 'none';
    return this.sim.execute({ type: 'routeSelect', routeId, to, noAnswerMs: null });
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

/** All that changes in the simulated switch, and the one way to change it: every change leaves as an event. */
import type { CallCause } from '../../../shared/calls/model';
import type { CallId, Dn, LineId, PhoneId } from '../../../shared/ids';
import type { SwitchCall, SwitchEvent, SwitchPhone, SwitchSnapshot } from '../port';
import type { WaitingPress } from './features';
import type { Clock } from './clock';
import { NumberPlan, type SwitchPlan } from './plan';
import { Routing } from './routing';

export interface SimOptions {
  readonly plan: SwitchPlan;
  readonly clock: Clock;
  readonly newId: () => string;
  /** How long a call waits at a route point for the service, and a feature key for its answer, in milliseconds. */
  readonly routeTimeoutMs: number;
}

export class SwitchState {
  readonly plan: NumberPlan;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly routeTimeoutMs: number;
  readonly calls = new Map<CallId, SwitchCall>();
  readonly phones = new Map<PhoneId, SwitchPhone>();
  readonly routing = new Routing();
  /** Calls that leave a message, and in whose box. */
  readonly recording = new Map<CallId, Dn>();
  /** Feature keys that wait for the service's answer. */
  readonly presses = new Map<string, WaitingPress>();
  /** Is a service connected that can decide? Without one, calls do not wait at route points. */
  served = false;
  /** Events of the command that runs now; told when it is complete, so that nobody sees a half-done change. */
  readonly outbox: SwitchEvent[] = [];
  /** Calls that a consultation made. */
  readonly #consulting = new Set<CallId>();
  readonly #listeners = new Set<(event: SwitchEvent) => void>();
  #telling = false;

  constructor(options: SimOptions) {
    this.plan = new NumberPlan(options.plan);
    this.clock = options.clock;
    this.newId = options.newId;
    this.routeTimeoutMs = options.routeTimeoutMs;
    for (const phone of options.plan.phones) this.phones.set(phone.phoneId, phone);
  }

  subscribe(listener: (event: SwitchEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Tells what has happened, in order, even where a listener gives the next command while it is being told. */
  flush(): void {
    this.#endConsultations();
    if (this.#telling) return;
    this.#telling = true;
    try {
      for (let event = this.outbox.shift(); event; event = this.outbox.shift()) {
        for (const listener of this.#listeners) listener(event);
      }
    } finally {
      this.#telling = false;
    }
  }

  put(call: SwitchCall, cause: CallCause): void {
    this.calls.set(call.callId, call);
    if (call.consultation) this.#consulting.add(call.callId);
    else this.#consulting.delete(call.callId);
    this.outbox.push({ type: 'call', cause, call });
  }

  /** Who was leaving a message has left it now. */
  clear(callId: CallId, cause: CallCause): void {
    this.routing.forget(callId);
    this.calls.delete(callId);
    this.#consulting.delete(callId);
    this.outbox.push({ type: 'callCleared', cause, callId });
    const box = this.recording.get(callId);
    if (box !== undefined) this.setMessageWaiting(box, true);
    this.recording.delete(callId);
  }

  /** Calls that a consultation made, while it is half done. */
  consulting(): SwitchCall[] {
    return [...this.#consulting].flatMap((callId) => this.calls.get(callId) ?? []);
  }

  putPhone(phone: SwitchPhone): void {
    this.phones.set(phone.phoneId, phone);
    this.outbox.push({ type: 'phone', phone });
  }

  setMessageWaiting(box: Dn, on: boolean): void {
    const phoneId = this.plan.phoneOfBox(box);
    const phone = phoneId === undefined ? undefined : this.phones.get(phoneId);
    if (phone && phone.messageWaiting !== on) this.putPhone({ ...phone, messageWaiting: on });
  }

  callsAtLine(lineId: LineId): SwitchCall[] {
    return [...this.calls.values()].filter((call) => call.connections.some((at) => at.lineId === lineId));
  }

  snapshot(): SwitchSnapshot {
    return {
      phones: [...this.phones.values()],
      calls: [...this.calls.values()],
      routeRequests: this.routing.requests(),
    };
  }

  /** A consultation is over when its line has left either call. */
  #endConsultations(): void {
    for (const call of this.consulting()) {
      const { lineId, heldCallId } = call.consultation ?? {};
      const isIn = (either?: SwitchCall) => either?.connections.some((at) => at.lineId === lineId) === true;
      const held = heldCallId && this.calls.get(heldCallId);
      if (!isIn(call) || !held || !isIn(held)) this.put({ ...call, consultation: null }, 'connectionCleared');
    }
  }
}

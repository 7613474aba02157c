/** What the switch has told us: phones, calls and route requests. The switch is the truth; nothing here invents state. */
import type { CallCause } from '../../shared/calls/model';
import type { CallId, LineId, PhoneId } from '../../shared/ids';
import { assertNever } from '../../shared/assertNever';
import type { RouteRequest, SwitchCall, SwitchEvent, SwitchPhone, SwitchSnapshot } from '../switch/port';

export interface Mirror {
  readonly up: boolean;
  readonly phones: ReadonlyMap<PhoneId, SwitchPhone>;
  /** Every line of the switch; empty until it has been heard for the first time. */
  readonly lines: ReadonlySet<LineId>;
  readonly calls: ReadonlyMap<CallId, SwitchCall>;
  readonly callsAtLine: ReadonlyMap<LineId, ReadonlySet<CallId>>;
}

/** What a change touched: whose consoles need to be told, and which ECMA-269 event the calls owe their new look to. */
export interface Touched {
  readonly lines: readonly LineId[];
  readonly phone: PhoneId | null;
  readonly call: { readonly callId: CallId; readonly cause: CallCause } | null;
}

export class SwitchMirror implements Mirror {
  up = false;
  readonly phones = new Map<PhoneId, SwitchPhone>();
  readonly lines = new Set<LineId>();
  readonly calls = new Map<CallId, SwitchCall>();
  readonly callsAtLine = new Map<LineId, Set<CallId>>();
  /** Route requests that wait for an answer. */
  readonly routeRequests = new Map<string, RouteRequest>();

  replace(snapshot: SwitchSnapshot): void {
    this.up = true;
    this.phones.clear();
    this.lines.clear();
    this.calls.clear();
    this.callsAtLine.clear();
    this.routeRequests.clear();
    for (const phone of snapshot.phones) this.#putPhone(phone);
    for (const call of snapshot.calls) this.#put(call);
    for (const request of snapshot.routeRequests) this.routeRequests.set(request.routeId, request);
  }

  apply(event: SwitchEvent): Touched {
    switch (event.type) {
      case 'call': {
        const before = this.#linesOf(event.call.callId);
        this.#remove(event.call.callId);
        this.#put(event.call);
        const lines = [...new Set([...before, ...this.#linesOf(event.call.callId)])];
        return { lines, phone: null, call: { callId: event.call.callId, cause: event.cause } };
      }
      case 'callCleared': {
        const lines = this.#linesOf(event.callId);
        this.#remove(event.callId);
        for (const [routeId, request] of this.routeRequests) {
          if (request.callId === event.callId) this.routeRequests.delete(routeId);
        }
        return { lines, phone: null, call: { callId: event.callId, cause: event.cause } };
      }
      case 'phone':
        this.#putPhone(event.phone);
        return { lines: [], phone: event.phone.phoneId, call: null };
      case 'routeRequest':
        this.routeRequests.set(event.request.routeId, event.request);
        return { lines: [], phone: null, call: null };
      case 'featureKey':
        return { lines: [], phone: null, call: null };
      default:
        return assertNever(event);
    }
  }

  #linesOf(callId: CallId): LineId[] {
    return this.calls.get(callId)?.connections.map((connection) => connection.lineId) ?? [];
  }

  #putPhone(phone: SwitchPhone): void {
    for (const { lineId } of this.phones.get(phone.phoneId)?.lines ?? []) this.lines.delete(lineId);
    for (const { lineId } of phone.lines) this.lines.add(lineId);
    this.phones.set(phone.phoneId, phone);
  }

  #put(call: SwitchCall): void {
    this.calls.set(call.callId, call);
    for (const { lineId } of call.connections) {
      const here = this.callsAtLine.get(lineId) ?? new Set();
      this.callsAtLine.set(lineId, here.add(call.callId));
    }
  }

  #remove(callId: CallId): void {
    for (const lineId of this.#linesOf(callId)) {
      const here = this.callsAtLine.get(lineId);
      here?.delete(callId);
      if (here?.size === 0) this.callsAtLine.delete(lineId);
    }
    this.calls.delete(callId);
  }
}

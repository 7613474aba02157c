/** What the switch remembers of calls that came to a route point: open requests, ring timers, and where each call has rung. */
import type { CallId, Dn, LineId } from '../../../shared/ids';
import type { RouteRequest } from '../port';
import type { PlannedLine } from './plan';

export interface WaitingRoute {
  readonly request: RouteRequest;
  /** Route points this call has been through since it was last dialled: it never waits at one twice. */
  readonly visited: ReadonlySet<Dn>;
  readonly cancelTimer: () => void;
}

/** A call that rings and is asked about again if nobody answers. */
export interface RingTimer {
  readonly routePoint: PlannedLine;
  readonly visited: ReadonlySet<Dn>;
  readonly dueAt: number;
  readonly cancel: () => void;
}

export class Routing {
  readonly #routes = new Map<string, WaitingRoute>();
  readonly #ringTimers = new Map<CallId, RingTimer>();
  readonly #tried = new Map<CallId, readonly LineId[]>();

  find(routeId: string): WaitingRoute | undefined {
    return this.#routes.get(routeId);
  }

  open(route: WaitingRoute): void {
    this.#routes.set(route.request.routeId, route);
  }

  close(routeId: string): void {
    this.#routes.get(routeId)?.cancelTimer();
    this.#routes.delete(routeId);
  }

  requests(): RouteRequest[] {
    return [...this.#routes.values()].map((route) => route.request);
  }

  startRingTimer(callId: CallId, timer: RingTimer): void {
    this.#ringTimers.set(callId, timer);
  }

  ringTimer(callId: CallId): RingTimer | undefined {
    return this.#ringTimers.get(callId);
  }

  /** What the service is asked about this call now. */
  ofCall(callId: CallId): WaitingRoute | undefined {
    return [...this.#routes.values()].find(({ request }) => request.callId === callId);
  }

  /** The call has been answered or goes elsewhere: nobody is asked about it any more. */
  settle(callId: CallId): void {
    this.#ringTimers.get(callId)?.cancel();
    this.#ringTimers.delete(callId);
    for (const { request } of this.#routes.values()) if (request.callId === callId) this.close(request.routeId);
  }

  /** The call has ended. */
  forget(callId: CallId): void {
    this.settle(callId);
    this.#tried.delete(callId);
  }

  /** Lines at which the call has rung since it came to its route point, in that order. */
  triedBy(callId: CallId): readonly LineId[] {
    return this.#tried.get(callId) ?? [];
  }

  remembers(callId: CallId): boolean {
    return this.#tried.has(callId);
  }

  /** From now on it is remembered where the call rings. */
  arrived(callId: CallId): void {
    this.#tried.set(callId, []);
  }

  /** Another call than the one that came to a route point. */
  departed(callId: CallId): void {
    this.#tried.delete(callId);
  }

  rang(callId: CallId, lineId: LineId): void {
    const tried = this.#tried.get(callId);
    if (tried && !tried.includes(lineId)) this.#tried.set(callId, [...tried, lineId]);
  }

  stop(): void {
    for (const route of this.#routes.values()) route.cancelTimer();
    for (const { cancel } of this.#ringTimers.values()) cancel();
  }
}

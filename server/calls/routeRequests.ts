/** Answers the switch's route requests, each once, whatever happens around a takeover: no call is left waiting (product §5). */
import type { CallId } from '../../shared/ids';
import type { Manager } from '../store/company';
import type { RouteRequest, SwitchErrorCode } from '../switch/port';
import type { Active } from './active';
import type { Owners } from './owners';
import { planRoute } from './router';

/** Nothing was decided, as far as is known: the switch asks again, whoever is in control then. */
const stillWaits: ReadonlySet<SwitchErrorCode> = new Set(['fenced', 'unreachable', 'unanswered', 'expired']);

export class RouteRequests {
  readonly #active: Active;
  /** Called for each call that has gone to an assistant. */
  readonly #onAssistant: (manager: Manager) => void;
  /** Answered or being answered, until the call ends: the switch may deliver a request twice around a takeover. */
  readonly #answered = new Map<CallId, Set<string>>();

  constructor(active: Active, onAssistant: (manager: Manager) => void) {
    this.#active = active;
    this.#onAssistant = onAssistant;
  }

  /** Resolves when the call has somewhere to go. `owners` know whether the route point is ours; another pool's is left to it. */
  async answer(owners: Owners, request: RouteRequest): Promise<void> {
    const { world } = this.#active;
    const managerId = owners.atRoutePoint(request.routePoint);
    const manager = managerId === null ? undefined : world.company.managers.get(managerId);
    // Before control is given, requests wait: `takeControl` answers them.
    if (!manager || !world.inControl) return;
    const answered = this.#answered.get(request.callId) ?? new Set();
    if (answered.has(request.routeId)) return;
    this.#answered.set(request.callId, answered.add(request.routeId));
    const settled = await this.#send(manager, request);
    if (settled) this.#active.mirror.routeRequests.delete(request.routeId);
    else answered.delete(request.routeId);
  }

  forget(callId: CallId): void {
    this.#answered.delete(callId);
  }

  /** The link to the switch was made anew: what ended in between was never reported. */
  forgetEnded(): void {
    for (const callId of this.#answered.keys()) if (!this.#active.mirror.calls.has(callId)) this.forget(callId);
  }

  /** False when the request still waits for an answer. */
  async #send(manager: Manager, request: RouteRequest): Promise<boolean> {
    const { port, log, world, metrics, onFenced } = this.#active;
    const { routeId, callId, reason } = request;
    const began = performance.now();
    const { row, steps } = planRoute(world, manager, request);
    metrics.routeDecided((performance.now() - began) / 1_000);
    for (const { kind, to, noAnswerMs } of steps) {
      const answer = await port.send({ type: 'routeSelect', routeId, to, noAnswerMs });
      const outcome = answer.ok ? 'accepted' : answer.error.code;
      log.info({ callId, reason, row, to: kind, outcome }, 'call routed');
      if (row !== null) metrics.routed(row, kind, outcome);
      else if (answer.ok) metrics.passedOn(kind);
      if (answer.ok) {
        if (kind === 'assistant' && reason === 'incoming') this.#onAssistant(manager);
        return true;
      }
      if (answer.error.code === 'fenced') onFenced();
      if (answer.error.code === 'noSuchCall' || answer.error.code === 'staleState') return true;
      // `cannotDial`, or the switch cannot do that: on to whoever is next.
      if (stillWaits.has(answer.error.code)) return false;
    }
    if (reason === 'incoming') {
      log.warn({ callId }, 'nobody can take the call: left to the switch');
      return false;
    }
    metrics.passedOn('none');
    const ended = await port.send({ type: 'routeEnd', routeId });
    if (!ended.ok && ended.error.code === 'fenced') onFenced();
    return ended.ok || ended.error.code === 'noSuchCall';
  }
}

/** The manager hears that a call went to an assistant; a phone that is not to be disturbed stays quiet. */
export async function playAlertTone({ port, mirror, onFenced }: Active, manager: Manager): Promise<void> {
  const { phoneId } = manager;
  if (!manager.settings.alertTone || mirror.phones.get(phoneId)?.doNotDisturb === true) return;
  const played = await port.send({ type: 'playAlertTone', phoneId });
  if (!played.ok && played.error.code === 'fenced') onFenced();
}

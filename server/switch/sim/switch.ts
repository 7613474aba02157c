/** The simulated switch: a PBX in memory. Commands answer at once; what they change is told to the listeners in order. */
import { assertNever } from '../../../shared/assertNever';
import type { Dn, PhoneId } from '../../../shared/ids';
import { ok } from '../../../shared/result';
import type { RouteRequest, SwitchCommand, SwitchEvent, SwitchSnapshot } from '../port';
import { clearConnection, makeCall } from './making';
import { deflectCall, routeSelect, singleStepTransfer } from './moving';
import { refuse, type Outcome } from './refusal';
import { SwitchState, type SimOptions } from './state';
import { answerCall, holdCall, retrieveCall } from './talking';

export class SimSwitch {
  readonly #state: SwitchState;

  constructor(options: SimOptions) {
    this.#state = new SwitchState(options);
  }

  execute(command: SwitchCommand): Outcome {
    const outcome = run(this.#state, command);
    this.#state.flush();
    return outcome;
  }

  /** Sets or clears the phone's call forwarding (CFA): a key of the phone, not a command of the service. */
  setForward(phoneId: PhoneId, to: Dn | null): Outcome {
    const phone = this.#state.phones.get(phoneId);
    if (!phone) return refuse('notSupported', 'no such phone');
    if (to !== null) {
      const target = this.#state.plan.lineByDn(to);
      if (!target) return refuse('cannotDial', 'nobody has this number');
      if (target.phoneId === phoneId) return refuse('cannotDial', 'a phone cannot be forwarded to itself');
    }
    if (phone.forwardedTo !== to) this.#state.putPhone({ ...phone, forwardedTo: to });
    this.#state.flush();
    return ok(undefined);
  }

  /** Is a service connected that can decide? While none is, calls do not wait at route points. */
  setServed(served: boolean): void {
    this.#state.served = served;
  }

  snapshot(): SwitchSnapshot {
    return this.#state.snapshot();
  }

  waitingRoutes(): RouteRequest[] {
    return this.#state.snapshot().routeRequests;
  }

  subscribe(listener: (event: SwitchEvent) => void): () => void {
    return this.#state.subscribe(listener);
  }

  /** Stops the timers of waiting calls. */
  close(): void {
    for (const route of this.#state.routes.values()) route.cancelTimer();
  }
}

function run(state: SwitchState, command: SwitchCommand): Outcome {
  switch (command.type) {
    case 'makeCall':
      return makeCall(state, command);
    case 'answerCall':
      return answerCall(state, command);
    case 'clearConnection':
      return clearConnection(state, command);
    case 'holdCall':
      return holdCall(state, command);
    case 'retrieveCall':
      return retrieveCall(state, command);
    case 'singleStepTransfer':
      return singleStepTransfer(state, command);
    case 'deflectCall':
      return deflectCall(state, command);
    case 'routeSelect':
      return routeSelect(state, command);
    case 'setDoNotDisturb': {
      const phone = state.phones.get(command.phoneId);
      if (!phone) return refuse('notSupported', 'no such phone');
      if (phone.doNotDisturb !== command.on) state.putPhone({ ...phone, doNotDisturb: command.on });
      return ok(undefined);
    }
    case 'routeEnd':
    case 'playAlertTone':
    case 'setPhoneStatus':
    case 'answerFeatureKey':
      return refuse('notSupported', 'not yet');
    default:
      return assertNever(command);
  }
}

/** The simulated switch: a PBX in memory. Commands answer at once; what they change is told to the listeners in order. */
import { assertNever } from '../../../shared/assertNever';
import type { Dn, PhoneId } from '../../../shared/ids';
import type { FeatureKey, RouteRequest, SwitchCommand, SwitchEvent, SwitchSnapshot } from '../port';
import { conferenceCall } from './conferencing';
import { consultationCall, reconnectCall } from './consulting';
import { fallBackAll } from './delivery';
import { answerFeatureKey, endService, playAlertTone, pressFeatureKey, setPhoneStatus } from './features';
import { clearConnection, makeCall } from './making';
import { deflectCall, routeEnd, routeSelect, singleStepTransfer } from './moving';
import { checkNumber } from './dial';
import { messagesNumber, setDoNotDisturb, setForward } from './phoneKeys';
import { refuse, type Outcome } from './refusal';
import { SwitchState, type SimOptions } from './state';
import { answerCall, generateDigits, holdCall, retrieveCall } from './talking';
import { transferCall } from './transferring';

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
    const outcome = setForward(this.#state, phoneId, to);
    this.#state.flush();
    return outcome;
  }

  /** A key whose meaning is the service's: resolves when the service has answered, or when it does not in time. Never rejects. */
  pressFeatureKey(phoneId: PhoneId, key: FeatureKey): Promise<Outcome> {
    return new Promise((resolve) => {
      pressFeatureKey(this.#state, phoneId, key, resolve);
      this.#state.flush();
    });
  }

  /** The number for hearing messages from this phone; null where it has no voicemail box. */
  messagesNumber(phoneId: PhoneId): Dn | null {
    return messagesNumber(this.#state, phoneId);
  }

  /** Is a service connected that can decide? While none is, calls do not wait at route points and feature keys are dead. */
  setServed(served: boolean): void {
    if (this.#state.served === served) return;
    this.#state.served = served;
    if (!served) {
      endService(this.#state);
      fallBackAll(this.#state);
    }
    this.#state.flush();
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

  /** Stops all timers; whoever waits for the service's answer is told that there is none. */
  close(): void {
    this.#state.routing.stop();
    for (const press of this.#state.presses.values()) press.settle(refuse('unreachable', 'the switch has stopped'));
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
    case 'setDoNotDisturb':
      return setDoNotDisturb(state, command);
    case 'checkNumber':
      return checkNumber(state, command);
    case 'routeEnd':
      return routeEnd(state, command);
    case 'playAlertTone':
      return playAlertTone(state, command);
    case 'setPhoneStatus':
      return setPhoneStatus(state, command);
    case 'answerFeatureKey':
      return answerFeatureKey(state, command);
    case 'consultationCall':
      return consultationCall(state, command);
    case 'reconnectCall':
      return reconnectCall(state, command);
    case 'transferCall':
      return transferCall(state, command);
    case 'conferenceCall':
      return conferenceCall(state, command);
    case 'generateDigits':
      return generateDigits(state, command);
    default:
      return assertNever(command);
  }
}

/** What a manager's phone shows for the service, and its feature keys: what they mean is the service's to say. */
import type { PhoneId } from '../../../shared/ids';
import { ok } from '../../../shared/result';
import type { FeatureKey, SwitchCommand } from '../port';
import { refuse, type Outcome } from './refusal';
import type { SwitchState } from './state';

type CommandOf<T extends SwitchCommand['type']> = Extract<SwitchCommand, { type: T }>;

export interface WaitingPress {
  settle(outcome: Outcome): void;
}

const noAnswer = () => refuse('unreachable', 'the service does not answer');

/** Asks the service to do what the key means; `settle` is called once, at the latest when the route time-out is over. */
export function pressFeatureKey(
  state: SwitchState,
  phoneId: PhoneId,
  key: FeatureKey,
  settle: (outcome: Outcome) => void,
): void {
  const phone = state.phones.get(phoneId);
  if (!phone) {
    settle(refuse('notSupported', 'there is no such phone'));
    return;
  }
  if (!phone.status) {
    settle(refuse('notSupported', 'no service serves this phone: its feature keys do nothing'));
    return;
  }
  const pressId = state.newId();
  const cancelTimer = state.clock.after(state.routeTimeoutMs, () => state.presses.get(pressId)?.settle(noAnswer()));
  state.presses.set(pressId, {
    settle(outcome) {
      cancelTimer();
      state.presses.delete(pressId);
      settle(outcome);
    },
  });
  state.outbox.push({ type: 'featureKey', press: { pressId, phoneId, key } });
}

export function answerFeatureKey(state: SwitchState, command: CommandOf<'answerFeatureKey'>): Outcome {
  const press = state.presses.get(command.pressId);
  if (!press) return refuse('staleState', 'nobody waits for this answer any more');
  press.settle(command.refusal === null ? ok(undefined) : refuse('notSupported', command.refusal));
  return ok(undefined);
}

export function setPhoneStatus(state: SwitchState, { phoneId, status }: CommandOf<'setPhoneStatus'>): Outcome {
  const phone = state.phones.get(phoneId);
  if (!phone) return refuse('notSupported', 'no such phone');
  if (status !== null || phone.status !== null) state.putPhone({ ...phone, status });
  return ok(undefined);
}

export function playAlertTone(state: SwitchState, { phoneId }: CommandOf<'playAlertTone'>): Outcome {
  const phone = state.phones.get(phoneId);
  if (!phone) return refuse('notSupported', 'no such phone');
  state.putPhone({ ...phone, alertedAt: state.clock.now() });
  return ok(undefined);
}

/** The last service has gone: feature keys are dead, and who has pressed one need not wait. */
export function endService(state: SwitchState): void {
  for (const phone of state.phones.values()) if (phone.status) state.putPhone({ ...phone, status: null });
  for (const press of state.presses.values()) press.settle(noAnswer());
}

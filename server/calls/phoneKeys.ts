/** Answers feature keys pressed on managers' phones, one after the other for each manager, so that two quick presses undo each other. */
import { assertNever } from '../../shared/assertNever';
import type { UserId } from '../../shared/ids';
import type { Manager } from '../store/company';
import type { FeatureKey, FeatureKeyPress, SwitchCommand } from '../switch/port';
import type { Active } from './active';
import type { Done } from './execute';
import { intercept, redirect, toVoicemail } from './managerCalls';
import { changeManager, type ManagerCommand } from './managerCommands';
import type { Owners } from './owners';
import { toSwitch } from './toSwitch';
import type { Result } from '../../shared/result';

/** Whoever has waited longer has been told by the phone that nobody answers, and presses again: doing both would undo it. Milliseconds. */
const patience = 1_500;

export class PhoneKeys {
  readonly #active: Active;
  readonly #queues = new Map<UserId, Promise<void>>();

  constructor(active: Active) {
    this.#active = active;
  }

  /** A phone that is none of ours is left to its own pool; resolves when the press is answered. */
  press(owners: Owners, { pressId, phoneId, key }: FeatureKeyPress): Promise<void> {
    const managerId = owners.ofPhone(phoneId);
    if (managerId === null || !this.#active.world.inControl) return Promise.resolve();
    const deadline = performance.now() + patience;
    const before = this.#queues.get(managerId) ?? Promise.resolve();
    const turn = before.then(() => this.#run(managerId, pressId, key, deadline));
    this.#queues.set(managerId, turn);
    return turn.finally(() => {
      if (this.#queues.get(managerId) === turn) this.#queues.delete(managerId);
    });
  }

  /** Never rejects. */
  async #run(managerId: UserId, pressId: string, key: FeatureKey, deadline: number): Promise<void> {
    const { log, port, world } = this.#active;
    let refusal: string | null;
    try {
      const manager = world.company.managers.get(managerId);
      if (performance.now() > deadline) refusal = 'It took too long.';
      else refusal = manager ? await this.#act(manager, key) : 'This phone is no longer served.';
    } catch (error) {
      log.error({ err: error, key: key.key }, 'feature key failed');
      refusal = 'The service could not do it.';
    }
    log.info({ managerId, key: key.key, outcome: refusal === null ? 'done' : 'refused' }, 'feature key');
    const answered = await port.send({ type: 'answerFeatureKey', pressId, refusal });
    if (!answered.ok && answered.error.code === 'fenced') this.#active.onFenced();
  }

  /** Null when it was done, else a sentence for the phone's display. */
  async #act(manager: Manager, key: FeatureKey): Promise<string | null> {
    const { world } = this.#active;
    const { settings } = manager;
    switch (key.key) {
      case 'divertAll':
      case 'assistantWatch':
      case 'alertTone':
        return this.#change(manager, feature(manager, key.key, !settings[key.key]));
      case 'filter':
        return this.#change(manager, feature(manager, 'filterOn', !settings.filterOn));
      case 'filterMode': {
        const mode = settings.filterMode === 'inclusive' ? 'exclusive' : 'inclusive';
        return this.#change(manager, { type: 'setFilterMode', managerId: manager.userId, mode });
      }
      case 'chooseAssistant':
        return this.#change(manager, {
          type: 'setDefaultAssistant',
          managerId: manager.userId,
          assistantId: key.userId,
        });
      case 'intercept':
        return this.#call(intercept(world, manager));
      case 'redirect':
        return this.#call(redirect(world, manager, key.callId));
      case 'toVoicemail':
        return this.#call(toVoicemail(world, manager, key.callId));
      default:
        return assertNever(key);
    }
  }

  async #change(manager: Manager, command: ManagerCommand): Promise<string | null> {
    return sentence(await changeManager(this.#active, { role: 'manager', userId: manager.userId }, manager, command));
  }

  async #call(wanted: Result<SwitchCommand, string>): Promise<string | null> {
    return wanted.ok ? sentence(await toSwitch(this.#active, wanted.value)) : wanted.error;
  }
}

function feature(
  manager: Manager,
  name: Extract<ManagerCommand, { type: 'setFeature' }>['feature'],
  on: boolean,
): ManagerCommand {
  return { type: 'setFeature', managerId: manager.userId, feature: name, on };
}

/** At most as long as the display takes (200 characters). */
function sentence(done: Done): string | null {
  if (done.ok) return null;
  const text = done.error.message.slice(0, 198);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

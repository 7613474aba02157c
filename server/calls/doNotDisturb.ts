/** Do not disturb lives in the switch, which tells everybody; here it is set, and each change is logged once, whoever made it. */
import type { PhoneId } from '../../shared/ids';
import { saveLoggedChange, type ChangeContext } from '../store/managerSettings';
import type { Manager } from '../store/company';
import type { SwitchPhone } from '../switch/port';
import type { Active } from './active';
import type { Done } from './execute';
import { toSwitch } from './toSwitch';

export class DoNotDisturb {
  readonly #active: Active;
  /** As last told by the switch. */
  readonly #known = new Map<PhoneId, boolean>();
  /** Set by us and logged where it was asked for: its event is not a key press. */
  readonly #expected = new Map<PhoneId, boolean>();

  constructor(active: Active) {
    this.#active = active;
    for (const phone of active.mirror.phones.values()) this.#known.set(phone.phoneId, phone.doNotDisturb);
  }

  async set({ phoneId }: Manager, context: ChangeContext, on: boolean): Promise<Done> {
    const before = this.#known.get(phoneId) ?? false;
    // Where nothing changes no event comes.
    if (before !== on) this.#expected.set(phoneId, on);
    const done = await toSwitch(this.#active, { type: 'setDoNotDisturb', phoneId, on });
    if (done.ok) await this.#log(context, before, on);
    else this.#expected.delete(phoneId);
    return done;
  }

  /** `manager` is whose phone it is: the key was pressed there unless we have just set it. */
  async phoneChanged({ phoneId, doNotDisturb: on }: SwitchPhone, manager: Manager): Promise<void> {
    const before = this.#known.get(phoneId);
    this.#known.set(phoneId, on);
    if (before === on || before === undefined) return;
    const expected = this.#expected.get(phoneId) === on;
    this.#expected.delete(phoneId);
    if (expected) return;
    const user = { role: 'manager', userId: manager.userId } as const;
    await this.#log({ at: Date.now(), lineNumber: manager.dn, forUser: user, byUser: user }, before, on);
  }

  /** The link to the switch was made anew: what was asked for just before may have happened or not. */
  linkReplaced(): void {
    this.#expected.clear();
  }

  async #log(context: ChangeContext, before: boolean, on: boolean): Promise<void> {
    const { db, fence, log, onFenced } = this.#active;
    const change = { ...context, parameter: 'doNotDisturb', oldValue: String(before), newValue: String(on) };
    try {
      const saved = await saveLoggedChange(db, fence, change);
      if (!saved.ok) onFenced();
    } catch (error) {
      // The switch has done it: saying no would be a lie.
      log.error({ err: error }, 'change not logged');
    }
  }
}

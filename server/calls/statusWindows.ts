/** Keeps the status windows of the managers' phones true: one write for all changes of a tick, and none where nothing has changed. */
import { isDeepStrictEqual } from 'node:util';
import type { PhoneId, UserId } from '../../shared/ids';
import type { PhoneStatus } from '../switch/port';
import type { Active } from './active';
import { phoneStatus } from './phoneStatus';

/** Looked at in one go: a takeover touches every manager, and calls must not wait for that. */
const atATime = 100;

export class StatusWindows {
  readonly #active: Active;
  /** What was last written to each phone since control was taken. */
  readonly #written = new Map<PhoneId, PhoneStatus>();
  readonly #touched = new Set<UserId>();
  #scheduled: NodeJS.Immediate | null = null;

  constructor(active: Active) {
    this.#active = active;
  }

  touch(managerIds: Iterable<UserId>): void {
    if (!this.#active.world.inControl) return;
    for (const managerId of managerIds) this.#touched.add(managerId);
    if (this.#touched.size > 0) this.#scheduled ??= setImmediate(() => this.#flush());
  }

  touchAll(): void {
    this.touch(this.#active.world.company.managers.keys());
  }

  /** Control was taken, maybe from another service: every phone is looked at anew. */
  controlTaken(): void {
    this.#written.clear();
    for (const { phoneId, status } of this.#active.mirror.phones.values()) {
      if (status) this.#written.set(phoneId, status);
    }
    this.touchAll();
  }

  /** The phone has lost its window (it was restarted, or an older service's farewell came late). */
  phoneChanged(phoneId: PhoneId, status: PhoneStatus | null, managerId: UserId): void {
    if (status !== null || !this.#written.has(phoneId)) return;
    this.#written.delete(phoneId);
    this.touch([managerId]);
  }

  /** Phones whose manager is no longer ours show nothing any more. */
  dropped(phoneIds: Iterable<PhoneId>): void {
    for (const phoneId of phoneIds) {
      this.#written.delete(phoneId);
      void this.#write(phoneId, null);
    }
  }

  close(): void {
    if (this.#scheduled) clearImmediate(this.#scheduled);
    this.#touched.clear();
  }

  #flush(): void {
    this.#scheduled = null;
    const { world } = this.#active;
    for (const managerId of [...this.#touched].slice(0, atATime)) {
      this.#touched.delete(managerId);
      const manager = world.company.managers.get(managerId);
      if (!manager || !world.inControl) continue;
      const status = phoneStatus(world, manager);
      if (isDeepStrictEqual(this.#written.get(manager.phoneId), status)) continue;
      this.#written.set(manager.phoneId, status);
      void this.#write(manager.phoneId, status);
    }
    this.touch([]);
  }

  async #write(phoneId: PhoneId, status: PhoneStatus | null): Promise<void> {
    const written = await this.#active.port.send({ type: 'setPhoneStatus', phoneId, status });
    if (written.ok) return;
    // Written again with the next change, or when control is taken again.
    if (status !== null && this.#written.get(phoneId) === status) this.#written.delete(phoneId);
    if (written.error.code === 'fenced') this.#active.onFenced();
    else this.#active.log.warn({ phoneId, code: written.error.code }, 'status window not written');
  }
}

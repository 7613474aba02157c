/**
 * Notices that the machine is in another network than a moment ago, or was asleep: the link is then asked, not reloaded (product §7).
 * The system tells neither everywhere, so it looks every two seconds.
 */
import { networkInterfaces } from 'node:os';
import type { NetworkInterfaceInfo } from 'node:os';
import type { Clock } from './clock';
import { systemClock } from './clock';
import type { Core } from './core';

const lookEveryMs = 2_000;
/** A look later than this, or a wall clock that has moved by more than this against the steady one: the machine slept, or its clock was set. */
const gapMs = 2_000;

export type ReadInterfaces = () => NodeJS.Dict<NetworkInterfaceInfo[]>;

/** Returns the function that ends it. */
export function watchNetwork(
  core: Pick<Core, 'probe'>,
  clock: Clock = systemClock,
  read: ReadInterfaces = networkInterfaces,
): () => void {
  let addresses = addressesOf(read, '');
  let seenAt = clock.monotonic();
  let offset = clock.wall() - seenAt;
  let cancel = clock.after(lookEveryMs, look);

  function look(): void {
    const before = { addresses, seenAt, offset };
    addresses = addressesOf(read, before.addresses);
    seenAt = clock.monotonic();
    offset = clock.wall() - seenAt;
    const late = seenAt - before.seenAt - lookEveryMs > gapMs;
    const jumped = Math.abs(offset - before.offset) > gapMs;
    cancel = clock.after(lookEveryMs, look);
    if (late || jumped || addresses !== before.addresses) core.probe();
  }

  return () => cancel();
}

/** Addresses of this machine by which others may be reached, in one order. Where they can't be read nothing is known to have changed. */
function addressesOf(read: ReadInterfaces, before: string): string {
  try {
    const all = Object.values(read()).flatMap((one) => one ?? []);
    const outside = all.filter(({ internal, address }) => !internal && !isLinkLocal(address));
    return outside
      .map(({ address }) => address)
      .sort()
      .join(' ');
  } catch {
    return before;
  }
}

/** Every interface that comes up gives itself one; no server is reached by it. */
function isLinkLocal(address: string): boolean {
  return address.startsWith('169.254.') || /^fe[89ab]/i.test(address);
}

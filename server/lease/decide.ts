/** Who should be active: one pure decision, taken at every tick (product §9, takeover in seconds). */

interface LeaseView {
  /** Instance id of the holder; null when the lease is free. */
  readonly holder: string | null;
  readonly epoch: number;
}

/** What is known about the other service's process. `gone`: its port refuses connections, nobody is there. */
export type PeerState = 'none' | 'unknown' | 'alive' | 'gone';

export interface Situation {
  readonly lease: LeaseView;
  /** This instance. */
  readonly me: string;
  /** The epoch this instance holds; null while standby. */
  readonly mine: number | null;
  /** Somebody has written the lease row since this instance started. */
  readonly atWork: boolean;
  /** For how long (monotonic milliseconds) the lease row has not changed while we watched. */
  readonly unchangedFor: number;
  readonly leaseMs: number;
  readonly peer: PeerState;
  /** The backup gives the primary a moment when both start. */
  readonly hesitating: boolean;
}

export type Decision = 'renew' | 'take' | 'stepDown' | 'watch';

export function decide(situation: Situation): Decision {
  const { lease, me, mine, peer } = situation;
  if (mine !== null) return lease.holder === me && lease.epoch === mine ? 'renew' : 'stepDown';
  // Written by a takeover whose answer was lost, or by an earlier life of ours: take it again, with a new epoch. Not from one that works:
  // a machine that was frozen and started anew elsewhere must not wake up to a tug-of-war.
  if (lease.holder === me) return 'take';
  if (lease.holder !== null && serviceOf(lease.holder) === serviceOf(me) && !situation.atWork) return 'take';
  if (situation.hesitating) return 'watch';
  if (peer === 'gone' || lease.holder === null) return 'take';
  return situation.unchangedFor >= situation.leaseMs ? 'take' : 'watch';
}

/** Instance ids are `name#unique`: a restarted service is not its former self. */
export function instanceId(service: string, unique: string): string {
  return `${service}#${unique}`;
}

function serviceOf(instance: string): string {
  return instance.slice(0, instance.indexOf('#'));
}

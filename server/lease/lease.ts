/** Holds, renews and takes the lease; tells the service when it gained or lost it. Effects only: the decision is `decide`. */
import type { Logger } from 'pino';
import type { Fence } from '../store/fence';
import { readLease, releaseLease, renewLease, takeLease } from '../store/leaseRow';
import type { Db } from '../store/open';
import { decide } from './decide';
import type { PeerReport } from './peer';

export interface LeaseOptions {
  /** Null while the store can't be opened. */
  readonly db: () => Db | null;
  /** Whose lease: 1 to 3. */
  readonly pool: number;
  /** This instance, from `instanceId`. */
  readonly me: string;
  /** How long an unchanged lease counts as held, milliseconds. */
  readonly leaseMs: number;
  /** How often it is renewed or looked at, milliseconds. */
  readonly tickMs: number;
  /** For how long after the start a free lease is left to the other service, milliseconds. */
  readonly hesitateMs: number;
  readonly peer: () => PeerReport;
  readonly log: Logger;
  readonly onGained: (fence: Fence) => void;
  readonly onLost: () => void;
}

export interface Lease {
  /** Not null while this service may act. */
  fence(): Fence | null;
  /** Does somebody hold the lease, and renew it, as far as was last seen? */
  isHeld(): boolean;
  /** False while the store, once opened, does not answer: it failed when last asked, or has been silent for longer than a lease lives. */
  storeAnswers(): boolean;
  /** Looks now instead of at the next tick: there is news of the peer, or the store could be opened. */
  look(): Promise<void>;
  /** Store or switch refused what was done under this fence: someone newer is active. */
  fenced(fence: Fence): Promise<void>;
  /** Gives the lease back and stops. */
  release(): Promise<void>;
  /** Stops without giving it back, as a crash would. */
  abandon(): void;
}

export function startLease(options: LeaseOptions): Lease {
  const { me, log, pool } = options;
  const startedAt = performance.now();
  let fence: Fence | null = null;
  let seen = { holder: null as string | null, epoch: -1, expiresAt: -1 };
  let seenAt = startedAt;
  let readAt = startedAt;
  /** When this holder was first seen. */
  let holderSince = startedAt;
  let running: Promise<void> | null = null;
  let following: Promise<void> | null = null;
  let stopped = false;
  /** The lease row says that it is ours, the switch that it is not: our store is not the one the other service has. */
  let outranked = false;
  let bothStarting = true;
  let atWork = false;
  let storeFailed = false;
  /** When the store was asked what it has not answered yet. */
  let askedAt: number | null = null;

  function lose(): void {
    if (!fence) return;
    log.warn({ epoch: fence.epoch }, 'lease lost: standby now');
    fence = null;
    options.onLost();
  }

  async function once(db: Db): Promise<void> {
    const row = await readLease(db, pool);
    const now = performance.now();
    // Nobody could renew a lease in a store that was away, and a sleeper does not know who did: only time that was watched counts.
    if (now - readAt > options.leaseMs) seenAt = now;
    readAt = now;
    if (row.epoch !== seen.epoch || row.expiresAt !== seen.expiresAt || row.holder !== seen.holder) {
      // Somebody has been at work since we started: this is not a start of both.
      if (seen.epoch >= 0 && row.holder !== null) bothStarting = false;
      if (seen.epoch >= 0) atWork = true;
      if (row.epoch !== seen.epoch) holderSince = now;
      seen = row;
      seenAt = now;
    }
    const peer = options.peer();
    const decision = decide({
      lease: row,
      me,
      mine: fence?.epoch ?? null,
      atWork,
      unchangedFor: now - seenAt,
      leaseMs: options.leaseMs,
      // Whoever took the lease after the peer was found gone may well be the peer: it has to be found gone again.
      peer: peer.state === 'gone' && peer.at < holderSince ? 'unknown' : peer.state,
      hesitating: bothStarting && now - startedAt < options.hesitateMs,
    });
    if (row.holder !== me) outranked = false;
    if (stopped || decision === 'watch') return;
    // Taking it back would be a tug-of-war with a service that works.
    if (outranked && peer.state !== 'gone') return;
    if (decision === 'stepDown') {
      lose();
      return;
    }
    const expiresAt = Date.now() + options.leaseMs;
    if (decision === 'renew') {
      if (fence && !(await renewLease(db, fence, expiresAt))) lose();
      return;
    }
    const epoch = await takeLease(db, pool, row, me, expiresAt);
    if (epoch === null) return;
    fence = { pool, holder: me, epoch };
    outranked = false;
    log.info({ epoch, from: row.holder }, 'lease taken: active now');
    options.onGained(fence);
  }

  async function run(): Promise<void> {
    const db = options.db();
    if (!db || stopped) return;
    askedAt = performance.now();
    try {
      await once(db);
      if (storeFailed) log.info('the store answers again');
      storeFailed = false;
    } catch (error) {
      // An active service goes on: calls need hands, and the switch fences whoever is no longer the newest.
      if (!storeFailed) log.error({ err: error }, 'the store does not answer');
      storeFailed = true;
    } finally {
      askedAt = null;
    }
  }

  /** One look at a time; whoever asks during one gets the next, which sees what is true after the asking. */
  function look(): Promise<void> {
    if (!running) {
      running = run().finally(() => {
        running = null;
      });
      return running;
    }
    following ??= running.then(() => {
      following = null;
      return look();
    });
    return following;
  }

  async function fenced(refused: Fence): Promise<void> {
    await look();
    // Without another service there is nobody to leave the work to.
    if (stopped || fence !== refused || options.peer().state === 'none') return;
    log.error(
      { epoch: refused.epoch },
      'another service has the switch: the store is not the one it uses, or does not answer',
    );
    outranked = true;
    lose();
  }

  const timer = setInterval(() => void look(), options.tickMs);
  void look();

  function abandon(): void {
    stopped = true;
    clearInterval(timer);
  }

  return {
    fence: () => fence,
    isHeld: () => seen.holder !== null && performance.now() - seenAt < options.leaseMs,
    storeAnswers: () => !storeFailed && (askedAt === null || performance.now() - askedAt < options.leaseMs),
    look,
    fenced,
    abandon,
    async release() {
      abandon();
      await running;
      const db = options.db();
      if (db && fence) {
        await releaseLease(db, fence).catch((error: unknown) => log.error({ err: error }, 'lease not released'));
      }
      fence = null;
    },
  };
}

/** Proves who somebody is, for the console and the manager's page alike: user id and password, under the rules of the lock-out. */
import { setTimeout as delay } from 'node:timers/promises';
import { protocolError, type ProtocolError } from '../../shared/protocol/errors';
import { fail, ok, type Result } from '../../shared/result';
import { isDevice } from '../store/devices';
import type { Db } from '../store/open';
import { isNobodysPassword, isPassword } from '../store/passwords';
import { findAccount, type Account } from '../store/users';
import { CheckQueue } from './checkQueue';
import { LockOut, type Attempt } from './lockOut';
import { networkOf } from './network';
import { hashOf } from './token';

/** Two of the four threads that Node has for such work: files and names are never kept waiting. */
const checksAtOnce = 2;
/** All the consoles of a pool may log in at the same time. */
const mostWaiting = 4_000;

export interface Claim {
  readonly userId: string;
  readonly password: string;
  readonly address: string;
  /** The token this device was given at an earlier login. */
  readonly device: string | null;
}

export interface Proof {
  readonly account: Account;
  /** The device's token, where it is a known one. */
  readonly device: string | null;
}

/** One a service process: what it remembers is not shared with the other service. */
export class Doorkeeper {
  readonly #lockOut = new LockOut();
  readonly #checks = new CheckQueue(checksAtOnce, mostWaiting);
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  async prove(db: Db, claim: Claim): Promise<Result<Proof, ProtocolError>> {
    const { userId, password, address } = claim;
    const hash = claim.device === null ? null : hashOf(claim.device);
    const device = hash !== null && (await isDevice(db, userId, hash, Date.now())) ? hash : null;
    const attempt: Attempt = { userId, address, device };
    const locked = this.#lockOut.lockedFor(attempt, this.#now());
    if (locked > 0) return fail(lockedOut(locked));
    const wait = this.#lockOut.delayFor(attempt, this.#now());
    if (wait > 0) await delay(wait);
    const place = { first: device !== null, lane: networkOf(address) };
    const checked = await this.#checks.run(place, () => this.#check(db, attempt, password));
    if (checked === null) return fail(protocolError('tooManyRequests', 'too many logins are waiting; try again'));
    if (!checked.ok) return checked;
    return ok({ account: checked.value, device: device === null ? null : claim.device });
  }

  /** What others have tried meanwhile counts: a hundred attempts at the same time are not all the first. */
  async #check(db: Db, attempt: Attempt, password: string): Promise<Result<Account, ProtocolError>> {
    const locked = this.#lockOut.lockedFor(attempt, this.#now());
    if (locked > 0) return fail(lockedOut(locked));
    const account = await findAccount(db, attempt.userId);
    const right = account ? await isPassword(account.passwordHash, password) : await isNobodysPassword(password);
    if (account && right) {
      this.#lockOut.succeeded(attempt);
      return ok(account);
    }
    this.#lockOut.failed(attempt, this.#now());
    return fail(
      account
        ? protocolError('wrongPassword', 'the password is wrong')
        : protocolError('unknownUser', 'there is no such user'),
    );
  }
}

function lockedOut(forMs: number): ProtocolError {
  const minutes = Math.ceil(forMs / 60_000);
  const words = `too many wrong passwords: try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  return { ...protocolError('lockedOut', words), retryInMs: forMs };
}

/** The login under way: its credentials, which are dropped as soon as it is over, and who waits for its outcome. */
import type { LoginFailure, LoginOutcome } from '../../shared/bridge';
import type { ProtocolError } from '../../shared/protocol/errors';

interface Credentials {
  readonly userId: string;
  readonly password: string;
}

export class LoginAttempt {
  #credentials: Credentials | null = null;
  #settle: ((outcome: LoginOutcome) => void) | null = null;
  #retryInMs: number | undefined;

  get credentials(): Credentials | null {
    return this.#credentials;
  }

  begin(credentials: Credentials): Promise<LoginOutcome> {
    this.#credentials = credentials;
    this.#retryInMs = undefined;
    return new Promise((resolve) => (this.#settle = resolve));
  }

  forgetPassword(): void {
    this.#credentials = null;
  }

  succeed(): void {
    this.#end({ status: 'live' });
  }

  /** What the service's refusal says besides its code; the link decides whether it is the end. */
  refused({ retryInMs }: ProtocolError): void {
    this.#retryInMs = retryInMs;
  }

  fail(failure: LoginFailure): void {
    const retryInMs = failure === 'lockedOut' ? this.#retryInMs : undefined;
    this.#end({ status: 'failed', failure, ...(retryInMs !== undefined && { retryInMs }) });
  }

  #end(outcome: LoginOutcome): void {
    this.#credentials = null;
    this.#settle?.(outcome);
    this.#settle = null;
  }
}

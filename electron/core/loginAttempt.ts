/** The login under way: its credentials, which are dropped as soon as it is over, and who waits for its outcome. */
import type { LoginFailure, LoginOutcome } from '../../shared/bridge';

interface Credentials {
  readonly userId: string;
  readonly password: string;
}

export class LoginAttempt {
  #credentials: Credentials | null = null;
  #settle: ((outcome: LoginOutcome) => void) | null = null;

  get credentials(): Credentials | null {
    return this.#credentials;
  }

  begin(credentials: Credentials): Promise<LoginOutcome> {
    this.#credentials = credentials;
    return new Promise((resolve) => (this.#settle = resolve));
  }

  forgetPassword(): void {
    this.#credentials = null;
  }

  succeed(): void {
    this.#end({ status: 'live' });
  }

  fail(failure: LoginFailure): void {
    this.#end({ status: 'failed', failure });
  }

  #end(outcome: LoginOutcome): void {
    this.#credentials = null;
    this.#settle?.(outcome);
    this.#settle = null;
  }
}

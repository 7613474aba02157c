/** Who signs in, by the login screen or by themselves, and whether they are remembered for the next start. */
import type { BridgeArgs, LoginFailure, LoginOutcome, SignInView } from '../../shared/bridge';
import type { Remembered, SecretStore, Servers } from './secrets';

/** A password that was refused like this will be refused again. Being locked out, or superseded, passes. */
const forGood: ReadonlySet<LoginFailure> = new Set<LoginFailure>(['wrongPassword', 'unknownUser', 'notAssistant']);

interface SignInEnvironment {
  readonly session: {
    login(userId: string, password: string, patient?: boolean): Promise<LoginOutcome>;
    logout(): void;
  };
  readonly secrets: SecretStore;
  readonly demo: SignInView['demo'];
  servers(): Servers;
  changed(view: SignInView): void;
}

export class SignIn {
  /** The name only: the password is read when it is needed, and not held. */
  #rememberedUser: string | null = null;
  /** Somebody was quicker than the system's store. */
  #begun = false;

  constructor(private readonly environment: SignInEnvironment) {}

  get view(): SignInView {
    const { secrets, demo } = this.environment;
    return { rememberedUser: this.#rememberedUser, canRemember: secrets.canRemember, demo };
  }

  /** Signs in whoever is remembered, for as long as it takes; what goes wrong is on the login screen. Resolves when it has begun. */
  async start(): Promise<void> {
    const remembered = await this.#remembered();
    if (remembered === null || this.#begun) return;
    const { userId, password } = remembered;
    this.#show(userId);
    void this.environment.session.login(userId, password, true).then((outcome) => {
      if (outcome.status === 'failed' && forGood.has(outcome.failure)) this.#forget();
    });
  }

  async login({ userId, password, remember }: BridgeArgs<'login'>): Promise<LoginOutcome> {
    this.#begun = true;
    const { primary, backup } = this.environment.servers();
    const outcome = await this.environment.session.login(userId, password);
    if (outcome.status !== 'live') return outcome;
    if (remember && (await this.environment.secrets.keep({ userId, password, servers: { primary, backup } })))
      this.#show(userId);
    else this.#forget();
    return outcome;
  }

  logout(): void {
    this.#forget();
    this.environment.session.logout();
  }

  async #remembered(): Promise<Remembered | null> {
    const remembered = await this.environment.secrets.read();
    const { primary, backup } = this.environment.servers();
    return remembered !== null && same(remembered.servers, { primary, backup }) ? remembered : null;
  }

  #forget(): void {
    this.environment.secrets.forget();
    this.#show(null);
  }

  #show(rememberedUser: string | null): void {
    if (rememberedUser === this.#rememberedUser) return;
    this.#rememberedUser = rememberedUser;
    this.environment.changed(this.view);
  }
}

/** A password that was given to an encrypted server does not go by itself to the same one unencrypted. */
function same(one: Servers, other: Servers): boolean {
  const addressOf = (server: Servers['backup']) => (server === null ? null : [server.host, server.port, server.tls]);
  const key = ({ primary, backup }: Servers) => JSON.stringify([addressOf(primary), addressOf(backup)]);
  return key(one) === key(other);
}

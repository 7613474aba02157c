/** One console's connection, from `welcome` to the end: hello, then login or resume, then a session. */
import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import type { RawData, WebSocket } from 'ws';
import { assertNever } from '../../shared/assertNever';
import { protocolError, type ProtocolError } from '../../shared/protocol/errors';
import type { Doorkeeper } from '../accounts/prove';
import { refused } from '../calls/journal';
import {
  maxFrameBytes,
  protocolVersion,
  type ClientMessage,
  type ConsoleParameters,
  type Position,
  type ServiceName,
} from '../../shared/protocol/messages';
import type { Consoles } from './consoles';
import { parseFrame } from './frames';
import { framesPerConnection, TokenBucket } from './limits';
import { inspect } from './inspect';
import { logIn, resume, type Proven } from './login';
import { Session } from './session';
import { closeCode, ConsoleSocket, type CloseCode } from './socket';

/** For hello, again for login, resume or inspect, and for what is left to do after an inspect, milliseconds. */
const introductionMs = 10_000;
/** Frames over the rate that are refused politely before the connection is cut. */
const mostRefusals = 200;

export interface ConnectionOptions {
  readonly service: ServiceName;
  readonly address: string;
  readonly parameters: ConsoleParameters;
  readonly doorkeeper: Doorkeeper;
  readonly log: Logger;
}

export class Connection {
  readonly #socket: ConsoleSocket;
  readonly #consoles: Consoles;
  readonly #options: ConnectionOptions;
  readonly #bucket = new TokenBucket(framesPerConnection.burst, framesPerConnection.perSecond, performance.now());
  #watchdog: NodeJS.Timeout;
  #parameters: ConsoleParameters;
  #deadline: NodeJS.Timeout | null = null;
  #greeted = false;
  #proving = false;
  /** A look was taken in place of a login: nothing but `ping` is answered any more. */
  #looked = false;
  #session: Session | null = null;
  #refusals = 0;
  #heardAt = performance.now();
  #ended = false;

  /** The service is active: `welcome` goes out and frames are taken from now on. */
  constructor(socket: WebSocket, consoles: Consoles, options: ConnectionOptions) {
    this.#socket = new ConsoleSocket(socket);
    this.#consoles = consoles;
    this.#options = options;
    socket.on('message', (data, isBinary) => this.#received(data, isBinary));
    socket.on('ping', () => this.#heard());
    socket.on('pong', () => this.#heard());
    socket.on('close', () => this.#closed());
    this.#parameters = options.parameters;
    this.#watchdog = this.#startWatchdog();
    this.#expectIntroduction();
    this.#socket.send({ type: 'welcome', protocol: protocolVersion, service: options.service, role: 'active' });
  }

  /** The administrator has changed the clocks. */
  follow(parameters: ConsoleParameters): void {
    if (isDeepStrictEqual(parameters, this.#parameters)) return;
    this.#parameters = parameters;
    clearInterval(this.#watchdog);
    this.#watchdog = this.#startWatchdog();
    if (this.#session) this.#socket.send({ type: 'parameters', parameters });
  }

  close(code: CloseCode, error?: ProtocolError): void {
    this.#ended = true;
    this.#socket.close(code, error);
  }

  terminate(): void {
    this.#ended = true;
    this.#socket.terminate();
  }

  #heard(): void {
    this.#heardAt = performance.now();
  }

  #startWatchdog(): NodeJS.Timeout {
    const { heartbeatIntervalMs, requestTimeoutMs } = this.#parameters;
    const timer = setInterval(() => this.#watch(heartbeatIntervalMs + requestTimeoutMs), heartbeatIntervalMs);
    return timer.unref();
  }

  /** A console whose machine vanished never closes its socket. */
  #watch(limitMs: number): void {
    if (performance.now() - this.#heardAt > limitMs) this.terminate();
    else this.#socket.ping();
  }

  #expectIntroduction(): void {
    if (this.#deadline) clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => {
      this.close(closeCode.policy, protocolError('notLoggedIn', 'no login in time'));
    }, introductionMs);
  }

  #introduced(): void {
    if (this.#deadline) clearTimeout(this.#deadline);
    this.#deadline = null;
  }

  #received(data: RawData, isBinary: boolean): void {
    // Once the close has begun (superseded, refused) nothing more is taken.
    if (this.#ended || !this.#socket.isOpen) return;
    this.#heard();
    if (isBinary) {
      this.#reject(closeCode.unsupported, protocolError('badFrame', 'frames are text'));
      return;
    }
    const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer);
    if (bytes.byteLength > maxFrameBytes) {
      this.#reject(closeCode.tooBig, protocolError('frameTooLarge', `a frame holds at most ${maxFrameBytes} bytes`));
      return;
    }
    const frame = parseFrame(bytes.toString('utf8'));
    if (frame.kind === 'bad') {
      this.#reject(closeCode.policy, frame.error);
      return;
    }
    if (!this.#bucket.take(performance.now())) {
      this.#tooFast(frame);
      return;
    }
    if (frame.kind === 'message') this.#handle(frame.message);
    else if (frame.kind === 'refusedLogin') this.#refuseLogin(frame.error);
    else if (frame.kind === 'refusedSearch')
      this.#socket.send({ type: 'searchRefused', id: frame.id, error: frame.error });
    else this.#socket.send({ type: 'result', id: frame.id, result: { status: 'refused', error: frame.error } });
  }

  #reject(code: CloseCode, error: ProtocolError): void {
    const { log, address } = this.#options;
    log.warn({ address, code: error.code, reason: error.message, userId: this.#session?.userId }, 'frame refused');
    this.close(code, error);
  }

  #tooFast(frame: ReturnType<typeof parseFrame>): void {
    const error = protocolError('tooManyRequests', 'too many frames');
    this.#refusals += 1;
    if (this.#refusals > mostRefusals) {
      this.#reject(closeCode.policy, error);
      return;
    }
    if (frame.kind === 'message' && frame.message.type === 'command') {
      this.#socket.send({ type: 'result', id: frame.message.id, result: { status: 'refused', error } });
    } else this.#socket.send({ type: 'error', error });
  }

  #handle(message: ClientMessage): void {
    const session = this.#session;
    if (message.type === 'ping') {
      this.#socket.send({ type: 'pong', id: message.id, clock: performance.now() });
    } else if (!this.#greeted) {
      this.#hello(message);
    } else if (message.type === 'hello') {
      this.#reject(closeCode.policy, protocolError('badFrame', 'hello comes once'));
    } else if (message.type === 'login' || message.type === 'resume') {
      this.#prove(message);
    } else if (message.type === 'inspect') {
      void this.#look(message.token);
    } else if (!session) {
      this.#refuseUnknown(message);
    } else {
      this.#serve(session, message);
    }
  }

  #hello(message: ClientMessage): void {
    if (message.type !== 'hello') {
      this.#reject(closeCode.policy, protocolError('badFrame', 'the first frame must be hello'));
    } else if (message.protocol !== protocolVersion) {
      const words = `this service speaks version ${protocolVersion}, the console ${message.protocol}`;
      this.#reject(closeCode.policy, protocolError('wrongVersion', words));
    } else {
      this.#greeted = true;
      this.#expectIntroduction();
    }
  }

  #prove(message: Extract<ClientMessage, { type: 'login' | 'resume' }>): void {
    if (!this.#mayIntroduce()) return;
    const { active } = this.#consoles;
    const { doorkeeper, address } = this.#options;
    this.#proving = true;
    this.#introduced();
    if (message.type === 'resume') void this.#admit('resume', resume(active, message.token), message.position);
    else {
      const { userId, password, device } = message;
      const attempt = { userId, password, device, address, wanted: () => !this.#ended };
      void this.#admit('password', logIn(active, doorkeeper, attempt), null);
    }
  }

  /** One at a time, and none after it has gone well. */
  #mayIntroduce(): boolean {
    const may = !this.#session && !this.#proving && !this.#looked;
    if (!may) this.#reject(closeCode.policy, protocolError('badFrame', 'one login at a time'));
    return may;
  }

  /** The console comes to look, not to stay: whoever is in charge is not told, and nothing is kept of it. */
  async #look(token: string): Promise<void> {
    if (!this.#mayIntroduce()) return;
    const { log, address } = this.#options;
    this.#proving = true;
    try {
      const seen = await inspect(this.#consoles.active, token, this.#parameters);
      this.#looked = seen.ok;
      if (!seen.ok) log.info({ address, code: seen.error.code }, 'inspection refused');
      this.#socket.send(seen.ok ? seen.value : { type: 'error', error: seen.error });
    } catch (error) {
      log.error({ err: error }, 'inspection failed');
      this.#socket.sendError('internal', 'the service cannot check the session now');
    }
    this.#proving = false;
    if (!this.#ended) this.#expectIntroduction();
  }

  #refuseLogin(error: ProtocolError): void {
    if (!this.#greeted || this.#session || this.#proving || this.#looked) {
      this.#reject(closeCode.policy, protocolError('badFrame', 'a login comes once, after hello'));
      return;
    }
    this.#socket.send({ type: 'error', error });
    this.#expectIntroduction();
  }

  async #admit(kind: 'password' | 'resume', proof: Proven, from: Position | null): Promise<void> {
    const { log, address } = this.#options;
    try {
      const identity = await proof;
      this.#proving = false;
      const outcome = identity.ok ? 'done' : identity.error.code;
      this.#consoles.active.metrics.login(kind, outcome, performance.now());
      if (this.#ended) return;
      if (!identity.ok) {
        log.info({ address, code: identity.error.code }, 'login refused');
        this.#socket.send({ type: 'error', error: identity.error });
        this.#expectIntroduction();
        return;
      }
      const session = new Session(this.#consoles.active, this.#consoles.journal, this.#socket, identity.value);
      const tookOver = this.#consoles.takeCharge(session);
      this.#session = session;
      if (!session.start(this.#parameters, from, tookOver))
        this.close(closeCode.policy, protocolError('notAssistant', 'no lines'));
      log.info({ address, userId: session.userId, resumed: from !== null }, 'console logged in');
    } catch (error) {
      log.error({ err: error }, 'login failed');
      this.#proving = false;
      this.#socket.sendError('internal', 'the service cannot check the login now');
      this.#expectIntroduction();
    }
  }

  #refuseUnknown(message: ClientMessage): void {
    const error = protocolError('notLoggedIn', 'log in first');
    if (message.type === 'command' || message.type === 'outcome') {
      this.#socket.send({ type: 'result', id: message.id, result: refused(error.code, error.message) });
    } else if (message.type === 'search') this.#socket.send({ type: 'searchRefused', id: message.id, error });
    else this.#socket.send({ type: 'error', error });
  }

  #serve(
    session: Session,
    message: Exclude<ClientMessage, { type: 'hello' | 'login' | 'resume' | 'inspect' | 'ping' }>,
  ): void {
    switch (message.type) {
      case 'command': {
        session.command(message, performance.now());
        return;
      }
      case 'outcome':
        return void session.outcome(message);
      case 'search':
        return void session.search(message);
      case 'logout':
        this.#options.log.info({ userId: session.userId }, 'console logged out');
        this.#session = null;
        void this.#consoles.logOut(session).then(() => this.close(closeCode.goingAway));
        return;
      default:
        return assertNever(message);
    }
  }

  #closed(): void {
    this.#ended = true;
    clearInterval(this.#watchdog);
    this.#introduced();
    if (this.#session) this.#consoles.dropped(this.#session);
    this.#session = null;
  }
}

/** The steps of a check at one server, in the order of `checkSteps`: each takes what the ones before it have built. */
import net from 'node:net';
import type { Duplex } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { ServerAddress, Settings } from '../../../shared/bridge';
import type { CheckStepName } from '../../../shared/connection/check';
import { UserId } from '../../../shared/ids';
import { isLoopback } from '../../../shared/connection/loopback';
import { protocolVersion } from '../../../shared/protocol/messages';
import type { ServiceName } from '../../../shared/protocol/messages';
import { urlOf } from '../address';
import type { Clock } from '../clock';
import { parseFrame } from '../parse';
import type { SessionLook } from '../session';
import { compared } from './compared';
import { Conversation } from './conversation';
import type { FoundAddress, Network } from './network';
import { certificateOf, settled } from './settled';
import { detailsOf, failed, failedBy, found, skipped } from './outcome';
import type { Outcome } from './outcome';

/** Round trips of the heartbeat step; the median tells of the way, not of one hiccup. */
const trips = 3;

export interface Target {
  readonly server: ServiceName;
  readonly address: ServerAddress;
  readonly settings: Pick<Settings, 'allowPlain' | 'authority'>;
  readonly appVersion: string;
  readonly network: Network;
  readonly clock: Clock;
  /** The session as it is at the moment of asking. */
  look(): SessionLook;
}

/** Frames of another protocol version are read this far. */
const AnyWelcome = z.object({ type: z.literal('welcome'), protocol: z.number().int() });
const AnyFrame = z.object({ type: z.string() });

export class Steps {
  #addresses: readonly FoundAddress[];
  #socket: net.Socket | null = null;
  #stream: Duplex | null = null;
  #conversation: Conversation | null = null;
  #role: 'active' | 'standby' | null = null;
  #answer: { readonly text: string; readonly bytes: number; readonly ours: SessionLook } | null = null;

  constructor(private readonly target: Target) {
    const { host } = target.address;
    const family = net.isIP(host);
    this.#addresses = family === 0 ? [] : [{ address: host, family }];
  }

  readonly take: Readonly<Record<CheckStepName, () => Outcome | Promise<Outcome>>> = {
    dns: () => this.#dns(),
    tcp: () => this.#tcp(),
    tls: () => this.#tls(),
    greeting: () => this.#greeting(),
    login: () => this.#login(),
    heartbeat: () => this.#heartbeat(),
    snapshot: () => this.#snapshot(),
  };

  /** Leaves nothing open, wherever it stands. */
  end(): void {
    this.#conversation?.end();
    this.#stream?.destroy();
    this.#socket?.destroy();
  }

  async #dns(): Promise<Outcome> {
    if (this.#addresses.length > 0) return skipped('isAddress');
    try {
      this.#addresses = await this.target.network.lookup(this.target.address.host);
    } catch (error) {
      const { code, message } = detailsOf(error);
      return failed('nameUnknown', code === null || message.includes(code) ? message : `${code}: ${message}`);
    }
    const addresses = this.#addresses.map(({ address }) => address);
    return addresses.length === 0
      ? failed('nameUnknown', 'no address')
      : found({ of: 'dns', addresses: addresses.slice(0, 16) });
  }

  async #tcp(): Promise<Outcome> {
    const { address, network } = this.target;
    const socket = network.connect(address.host, address.port, this.#addresses);
    this.#socket = socket;
    this.#stream = socket;
    const error = await settled(socket, 'connect');
    if (error !== null) return failedBy(error);
    const { remoteAddress = '', remotePort = address.port } = socket;
    return found({
      of: 'tcp',
      address: net.isIPv6(remoteAddress) ? `[${remoteAddress}]:${remotePort}` : `${remoteAddress}:${remotePort}`,
    });
  }

  async #tls(): Promise<Outcome> {
    const { address, settings, network } = this.target;
    if (!address.tls) {
      // Also where a name server says that `localhost` is elsewhere.
      const stays = isLoopback(address.host) && isLoopback(this.#socket?.remoteAddress ?? '');
      const allowed = settings.allowPlain || stays;
      return allowed ? skipped('plain') : failed('plainNotAllowed', urlOf(address));
    }
    if (this.#socket === null) return skipped('earlier');
    const secure = network.secure(this.#socket, address.host, settings.authority);
    this.#stream = secure;
    const error = await settled(secure, 'secureConnect');
    return error === null ? found(certificateOf(secure)) : failedBy(error);
  }

  async #greeting(): Promise<Outcome> {
    if (this.#stream === null) return skipped('earlier');
    const conversation = new Conversation(`${urlOf(this.target.address)}/`, this.#stream);
    this.#conversation = conversation;
    const heard = await conversation.next();
    if (heard.kind === 'ended') return heard.outcome;
    const any = AnyWelcome.safeParse(json(heard.text));
    if (any.success && any.data.protocol !== protocolVersion)
      return failed('wrongVersion', `the service speaks version ${any.data.protocol}, this console ${protocolVersion}`);
    const frame = parseFrame(heard.text);
    if (frame.kind !== 'message') return failed('notAService', 'its first frame is no welcome');
    const { message } = frame;
    if (message.type === 'error') return failed(message.error.code, message.error.message);
    if (message.type !== 'welcome') return failed('notAService', 'its first frame is no welcome');
    if (message.service !== this.target.server) return failed('otherService', message.service);
    this.#role = message.role;
    return found({ of: 'greeting', protocol: message.protocol, service: message.service, role: message.role });
  }

  async #login(): Promise<Outcome> {
    const conversation = this.#conversation;
    if (conversation === null) return skipped('earlier');
    if (this.#role === 'standby') return skipped('standby');
    const { token, servers } = this.target.look();
    if (token === null) return skipped('signedOut');
    if (!isDeepStrictEqual(servers[this.target.server], this.target.address)) return skipped('otherServers');
    conversation.say({ type: 'hello', protocol: protocolVersion, appVersion: this.target.appVersion });
    conversation.say({ type: 'inspect', token });
    for (;;) {
      const heard = await conversation.next();
      if (heard.kind === 'ended') return heard.outcome;
      const any = AnyFrame.safeParse(json(heard.text));
      if (!any.success || heard.text === null) return failed('badFrame', 'not a message');
      if (any.data.type === 'error') return refusal(heard.text);
      if (any.data.type !== 'inspected') continue;
      // Taken now: the stream goes on while the next steps are on their way.
      this.#answer = { text: heard.text, bytes: heard.bytes, ours: this.target.look() };
      const who = z.object({ userId: UserId }).safeParse(json(heard.text));
      return who.success
        ? found({ of: 'login', userId: who.data.userId })
        : failed('badFrame', 'an answer without a name');
    }
  }

  async #heartbeat(): Promise<Outcome> {
    const conversation = this.#conversation;
    if (conversation === null) return skipped('earlier');
    if (this.#role === 'standby') return skipped('standby');
    const { clock } = this.target;
    const times: number[] = [];
    for (let id = 1; id <= trips; id += 1) {
      const sentAt = clock.monotonic();
      conversation.say({ type: 'ping', id });
      const problem = await pong(conversation, id);
      if (problem !== null) return problem;
      times.push(clock.monotonic() - sentAt);
    }
    const median = [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    return found({ of: 'heartbeat', trips: times, median });
  }

  #snapshot(): Outcome {
    if (this.#role === 'standby') return skipped('standby');
    if (this.#answer === null) return skipped(this.target.look().token === null ? 'signedOut' : 'otherServers');
    const { text, bytes, ours } = this.#answer;
    const frame = parseFrame(text);
    if (frame.kind !== 'message' || frame.message.type !== 'inspected')
      return failed('badFrame', frame.kind === 'garbage' ? frame.problem : 'not an answer to inspect');
    return compared(frame.message, bytes, ours);
  }
}

async function pong(conversation: Conversation, id: number): Promise<Outcome | null> {
  for (;;) {
    const heard = await conversation.next();
    if (heard.kind === 'ended') return heard.outcome;
    const frame = parseFrame(heard.text);
    if (frame.kind !== 'message') continue;
    if (frame.message.type === 'error') return failed(frame.message.error.code, frame.message.error.message);
    if (frame.message.type === 'pong' && frame.message.id === id) return null;
  }
}

function refusal(text: string): Outcome {
  const frame = parseFrame(text);
  if (frame.kind !== 'message' || frame.message.type !== 'error') return failed('badFrame', 'an error without a code');
  return failed(frame.message.error.code, frame.message.error.message);
}

function json(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

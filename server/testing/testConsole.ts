/** A console reduced to its socket, for tests: speaks frames, folds events, waits for what it is promised. */
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { CallView, ConsoleState } from '../../shared/calls/model';
import { reduce } from '../../shared/calls/reduce';
import { CommandId } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import {
  protocolVersion,
  ServerMessage,
  type ClientMessage,
  type CommandResult,
  type Position,
} from '../../shared/protocol/messages';
import { until } from './until';

type Received<T extends ServerMessage['type']> = Extract<ServerMessage, { type: T }>;

export class TestConsole {
  readonly received: ServerMessage[] = [];
  readonly socket: WebSocket;
  state: ConsoleState | null = null;
  position: Position | null = null;
  token = '';
  closeCode: number | null = null;
  /** HTTP status of a refused upgrade. */
  refusedWith: number | null = null;

  /** With `authority` (PEM) over TLS. */
  constructor(port: number, headers: Record<string, string> = {}, authority?: string) {
    const url = `${authority === undefined ? 'ws' : 'wss'}://127.0.0.1:${port}/`;
    this.socket = new WebSocket(url, { headers, ...(authority !== undefined && { ca: authority }) });
    this.socket.on('message', (data) => this.#take(ServerMessage.parse(JSON.parse((data as Buffer).toString()))));
    this.socket.on('close', (code) => (this.closeCode = code));
    this.socket.on('unexpected-response', (request, response) => {
      this.refusedWith = response.statusCode ?? 0;
      request.destroy();
    });
    this.socket.on('error', () => undefined);
  }

  send(message: ClientMessage): void {
    this.socket.send(JSON.stringify(message));
  }

  /** The first frame of this type that `wanted` accepts, waiting for it if need be. */
  next<T extends ServerMessage['type']>(
    type: T,
    wanted: (message: Received<T>) => boolean = () => true,
  ): Promise<Received<T>> {
    const isIt = (message: ServerMessage): message is Received<T> =>
      message.type === type && wanted(message as Received<T>);
    return until(() => this.received.find(isIt), `a frame of type ${type}`);
  }

  async hello(): Promise<Received<'welcome'>> {
    const welcome = await this.next('welcome');
    if (welcome.role === 'active') this.send({ type: 'hello', protocol: protocolVersion, appVersion: 'test' });
    return welcome;
  }

  async login(userId: string, password: string): Promise<Received<'session'>> {
    await this.hello();
    this.send({ type: 'login', userId, password, device: null });
    return this.next('session');
  }

  async resume(token: string, position: Position | null): Promise<Received<'session'>> {
    await this.hello();
    this.send({ type: 'resume', token, position });
    return this.next('session');
  }

  async command(command: Command, id = CommandId.parse(randomUUID())): Promise<CommandResult> {
    const before = this.received.length;
    this.send({ type: 'command', id, expiresInMs: 10_000, command });
    return this.#result(id, before);
  }

  async outcome(id: CommandId): Promise<CommandResult> {
    const before = this.received.length;
    this.send({ type: 'outcome', id });
    return this.#result(id, before);
  }

  call(wanted: (call: CallView) => boolean): Promise<CallView> {
    return until(() => this.state?.calls.find(wanted), 'a call');
  }

  closed(): Promise<number> {
    return until(() => this.closeCode ?? undefined, 'the close');
  }

  async #result(id: CommandId, before: number): Promise<CommandResult> {
    const isIt = (m: ServerMessage): m is Received<'result'> => m.type === 'result' && m.id === id;
    const found = await until(() => this.received.slice(before).find(isIt), 'a result');
    return found.result;
  }

  #take(message: ServerMessage): void {
    this.received.push(message);
    if (message.type === 'session') {
      this.token = message.resumeToken;
      if (message.snapshot) this.state = message.snapshot;
      for (const { event } of message.missed ?? []) if (this.state) this.state = reduce(this.state, event);
      this.position = message.position;
    } else if (message.type === 'events') {
      for (const { epoch, seq, event } of message.events) {
        if (this.state) this.state = reduce(this.state, event);
        this.position = { epoch, seq };
      }
    }
  }
}

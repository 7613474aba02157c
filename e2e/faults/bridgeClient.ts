/** A second page of the same console that is only a socket: gives commands and keeps what was said about each. */
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { BridgeState, CommandOutcome } from '../../shared/bridge';
import { BridgeHostFrame } from '../../shared/bridgeWire';
import { CommandId } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';

export interface Given {
  readonly command: Command;
  /** The answer. */
  first: CommandOutcome | null;
  /** What was learned later, where the answer was `unknown`. */
  readonly later: CommandOutcome[];
}

export class BridgeClient {
  readonly given = new Map<CommandId, Given>();
  readonly #socket: WebSocket;
  readonly #waiting = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => this.#heard(BridgeHostFrame.parse(JSON.parse(data.toString('utf8')))));
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the bridge was closed'));
    });
  }

  /** `cookie` of a page that is in already. */
  static async open(port: number, cookie: string): Promise<BridgeClient> {
    const origin = `http://127.0.0.1:${port}`;
    const socket = new WebSocket(`ws://127.0.0.1:${port}/bridge`, { headers: { origin, cookie } });
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return new BridgeClient(socket);
  }

  async state(): Promise<BridgeState> {
    return BridgeState.parse(await this.#request('open', {}));
  }

  /** Resolves with the first answer. */
  async give(command: Command): Promise<CommandOutcome> {
    const id = CommandId.parse(randomUUID());
    const given: Given = { command, first: null, later: [] };
    this.given.set(id, given);
    given.first = CommandOutcome.parse(await this.#request('command', { id, command }));
    return given.first;
  }

  close(): void {
    this.#socket.terminate();
  }

  #request(name: string, args: unknown): Promise<unknown> {
    const id = (this.#lastId += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, name, args }));
    });
  }

  #heard(frame: BridgeHostFrame): void {
    if ('push' in frame) {
      if (frame.push.kind === 'outcome') this.given.get(frame.push.id)?.later.push(frame.push.outcome);
      return;
    }
    if (frame.id === null) return;
    const waiting = this.#waiting.get(frame.id);
    this.#waiting.delete(frame.id);
    if ('error' in frame) waiting?.reject(new Error(frame.error.code));
    else waiting?.resolve(frame.result);
  }
}

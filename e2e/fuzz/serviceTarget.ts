/**
 * Bad frames against a service: on many connections in every stage (not greeted, greeted, logged in), while an assistant works beside them and
 * must not be disturbed. Every frame is followed by a ping: it was taken in when the pong comes, or when the service has ended the connection.
 * The limits of one address are kept as they are: this machine has many (127.0.0.0/8), as an office has.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { demoPassword } from '../../server/demo/world';
import { TestConsole } from '../../server/testing/testConsole';
import { until } from '../../server/testing/until';
import { protocolVersion, type ClientMessage } from '../../shared/protocol/messages';
import { seeded, type Random } from '../bench/random';
import { mutated, type Json } from './mutate';
import type { FuzzReport } from './report';

/** Frames of one connection: its rate allows two hundred at once, and each takes a ping. */
const framesPerConnection = 95;

/** Milliseconds between the calls of the assistant beside: three commands each, below what one connection may send. */
const betweenCalls = 100;

export interface ServiceTarget {
  readonly port: number;
  /** Somebody calls a manager of Maya's. */
  ring(): Promise<void>;
  /** All calls end. */
  hangUp(): Promise<void>;
  /** Memory that the service's process uses, bytes. */
  heap(): Promise<number>;
  /** The process lives, and is the active one. */
  isWell(): Promise<boolean>;
}

interface Wanted {
  readonly frames: number;
  readonly seed: number;
  /** Connections at a time. */
  readonly width: number;
  readonly progress: (done: number) => void;
  /** Ends then (`performance.now()`), however many there were. */
  readonly until?: number;
}

export async function fuzzService(
  target: ServiceTarget,
  { frames, seed, width, progress, until: end = Infinity }: Wanted,
): Promise<FuzzReport> {
  const problems: string[] = [];
  const attack = new Attack(target.port, seed);
  const beside = new Beside(target);
  await beside.begin();
  await attack.logIn();
  let heapAtStart = await target.heap();
  let measured = false;
  let told = 0;
  const began = performance.now();
  const workers = Array.from({ length: width }, async (_, worker) => {
    while (attack.frames < frames && performance.now() < end) {
      await attack.connection(worker);
      if (attack.frames - told >= 50_000) progress((told = attack.frames));
      if (!measured && attack.frames >= Math.min(frames, 100_000) / 10) {
        measured = true;
        heapAtStart = await target.heap();
      }
    }
  });
  let attacking = true;
  const watch = async () => {
    while (attacking && problems.length === 0) {
      try {
        await beside.work();
        await pause(betweenCalls);
      } catch (error) {
        problems.push(`the session beside: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  const watching = watch();
  await Promise.all(workers);
  attacking = false;
  await watching;
  const seconds = (performance.now() - began) / 1_000;
  problems.push(...beside.end());
  if (!(await target.isWell())) problems.push('the service is not well any more');
  const { frames: taken, connections } = attack;
  return {
    frames: taken,
    connections,
    seconds,
    heapAtStart,
    heapAtEnd: await target.heap(),
    checks: beside.calls,
    problems,
  };
}

/** An assistant at work: takes calls, holds, hangs up; each command has its answer, each change its event. */
class Beside {
  readonly #target: ServiceTarget;
  readonly #maya: TestConsole;
  calls = 0;

  constructor(target: ServiceTarget) {
    this.#target = target;
    this.#maya = new TestConsole(target.port);
  }

  async begin(): Promise<void> {
    await this.#maya.login('maya', demoPassword);
  }

  async work(): Promise<void> {
    const maya = this.#maya;
    await this.#target.ring();
    const { connectionId } = await maya.call((call) => call.state === 'alerting');
    for (const [type, state] of [
      ['answer', 'connected'],
      ['hold', 'hold'],
      ['retrieve', 'connected'],
    ] as const) {
      const result = await maya.command({ type, connectionId });
      if (result.status !== 'done') throw new Error(`${type}: ${JSON.stringify(result)}`);
      await maya.call((call) => call.connectionId === connectionId && call.state === state);
    }
    await this.#target.hangUp();
    await until(() => (maya.state?.calls.length === 0 ? true : undefined), 'the call to end');
    // What was heard is not kept: a run may take hours.
    maya.received.length = 0;
    this.calls += 1;
  }

  end(): string[] {
    const { closeCode } = this.#maya;
    this.#maya.socket.terminate();
    return closeCode === null ? [] : [`the session beside was closed with ${closeCode}`];
  }
}

/** On whose behalf logged-in connections say bad frames: one connection each, since a second one ends the first. */
const attackers = ['tom', 'ines', 'nora'] as const;
/** Frames on their way at a time on a logged-in connection. */
const inFlight = 8;

class Attack {
  readonly #port: number;
  readonly #random: Random;
  readonly #tokens = new Map<string, string>();
  frames = 0;
  connections = 0;
  #lastPing = 0;

  constructor(port: number, seed: number) {
    this.#port = port;
    this.#random = seeded(seed);
  }

  async logIn(): Promise<void> {
    for (const user of attackers) await this.#logIn(user);
  }

  /** One connection of this worker from its beginning until it has said enough, or was ended. */
  async connection(worker: number): Promise<void> {
    const user = attackers[worker];
    if (user !== undefined && !this.#tokens.has(user)) await this.#logIn(user);
    await this.#attack(user ?? null, this.#random.below(2) === 0);
  }

  async #logIn(user: string): Promise<void> {
    const console = new TestConsole(this.#port);
    await console.login(user, demoPassword);
    this.#tokens.set(user, console.token);
    console.socket.terminate();
  }

  #attack(user: string | null, greet: boolean): Promise<void> {
    const random = this.#random;
    const token = this.#tokens.get(user ?? '') ?? 'no-token';
    this.connections += 1;
    const localAddress = `127.${1 + random.below(250)}.${random.below(250)}.${1 + random.below(250)}`;
    const socket = new WebSocket(`ws://127.0.0.1:${this.#port}/`, { localAddress, perMessageDeflate: false });
    let said = 0;
    let waiting = 0;
    const say = (message: ClientMessage | Json) => socket.send(JSON.stringify(message));
    const next = () => {
      while (said < framesPerConnection && waiting < (user === null ? 1 : inFlight)) {
        said += 1;
        waiting += 1;
        const valid = validFrames(token);
        socket.send(mutated(random, random.pick(valid), valid));
        say({ type: 'ping', id: (this.#lastPing += 1) });
      }
      if (waiting === 0) socket.close();
    };
    return new Promise((resolve) => {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        // Ended by the first of those that were on their way; the others were not looked at.
        if (waiting > 0) this.frames += 1;
        resolve();
      });
      socket.on('message', (data: Buffer) => {
        const text = data.toString('utf8');
        if (text.startsWith('{"type":"welcome"')) {
          if (user !== null || greet) say({ type: 'hello', protocol: protocolVersion, appVersion: 'fuzz' });
          if (user === null) next();
          else say({ type: 'resume', token, position: null });
        } else if (text.startsWith('{"type":"session"')) {
          if (said === 0) next();
        } else if (said === 0 && text.includes('"tokenInvalid"')) {
          // A logout that was a valid frame.
          this.#tokens.delete(user ?? '');
          socket.terminate();
        } else if (text.startsWith('{"type":"pong"') && waiting > 0) {
          this.frames += 1;
          waiting -= 1;
          next();
        }
      });
    });
  }
}

/** One of each, as a console says them. */
function validFrames(token: string): Json[] {
  const command = (one: Json): Json => ({ type: 'command', id: 'command-1', expiresInMs: 1_000, command: one });
  const managerId = 'akowalska';
  return [
    { type: 'hello', protocol: protocolVersion, appVersion: 'fuzz' },
    { type: 'login', userId: 'nobody', password: 'wrong', device: null },
    { type: 'resume', token, position: { epoch: 1, seq: 1 } },
    { type: 'inspect', token },
    { type: 'ping', id: 1 },
    { type: 'outcome', id: 'command-1' },
    { type: 'search', id: 1, query: 'kow' },
    command({ type: 'makeCall', lineId: 'line-2002', to: '999999' }),
    command({ type: 'answer', connectionId: 'gone@line-2002' }),
    command({ type: 'transfer', connectionId: 'gone@line-2002', to: '1005' }),
    command({ type: 'join', connectionId: 'gone@line-2002', with: ['other@line-2002'] }),
    command({ type: 'sendDigits', connectionId: 'gone@line-2002', digits: '12' }),
    command({ type: 'setFeature', managerId, feature: 'assistantWatch', on: true }),
    command({ type: 'setPatterns', managerId: 'nobody', mode: 'inclusive', patterns: ['1', '2'] }),
    command({ type: 'setRedirectTarget', number: null }),
  ];
}

/** Commands that act once: a key is written down before anything is done, and its result after (product §7). */
import type { CommandId, UserId } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import { protocolError, type ErrorCode } from '../../shared/protocol/errors';
import type { CommandResult } from '../../shared/protocol/messages';
import { beginCommand, findCommand, finishCommand, type JournalEntry } from '../store/commands';
import type { Active } from './active';
import { execute } from './execute';

/** Results kept in memory, for repeats and for the time when the store can't be written. */
const mostRemembered = 1_000;

export interface CommandRequest {
  readonly id: CommandId;
  readonly command: Command;
  /** Monotonic milliseconds after which it must not run any more. */
  readonly deadline: number;
}

export class Journal {
  readonly #active: Active;
  readonly #results = new Map<string, Promise<CommandResult>>();

  constructor(active: Active) {
    this.#active = active;
  }

  /**
   * Runs the command after `turn` unless its key has been seen; a repeat gets the first one's result. Known from this moment on:
   * whoever asks for the outcome of a command that still waits is not told that it never came. Never rejects.
   */
  run(userId: UserId, request: CommandRequest, turn: Promise<unknown>): Promise<CommandResult> {
    const key = keyOf(userId, request.id);
    const known = this.#results.get(key);
    if (known) return known;
    this.#active.metrics.commandCame();
    const result = turn
      .then(() => this.#run(userId, request))
      .catch((error: unknown) => {
        this.#active.log.error({ err: error, command: request.command.type }, 'command failed');
        return refused('internal', 'the service could not do it');
      })
      .then((ended) => {
        this.#active.metrics.commandEnded(request.command.type, outcomeOf(ended));
        return ended;
      });
    this.#keep(key, result);
    return result;
  }

  /**
   * What became of a command, whichever service ran it. A command that nobody has seen by then is never run any more: the console has been
   * told so, and the frame may still lie in the buffer of a connection that it has left. Never rejects.
   */
  outcome(userId: UserId, id: CommandId): Promise<CommandResult> {
    const key = keyOf(userId, id);
    const known = this.#results.get(key);
    if (known) return known;
    const found = findCommand(this.#active.db, userId, id).then(toResult, (error: unknown): CommandResult => {
      this.#active.log.error({ err: error }, 'journal not readable');
      // The next one who asks may be told more.
      if (this.#results.get(key) === found) this.#results.delete(key);
      // Not `refused`: that would say that it was not carried out.
      return { status: 'unknown', begun: true };
    });
    this.#keep(key, found);
    return found;
  }

  #keep(key: string, result: Promise<CommandResult>): void {
    this.#results.set(key, result);
    for (const oldest of this.#results.keys()) {
      if (this.#results.size <= mostRemembered) break;
      this.#results.delete(oldest);
    }
  }

  async #run(userId: UserId, { id, command, deadline }: CommandRequest): Promise<CommandResult> {
    const { db, fence, log } = this.#active;
    let written = true;
    try {
      const begun = await inTime(beginCommand(db, fence, userId, id, Date.now()));
      if (!begun.ok) {
        this.#active.onFenced();
        return refused('standby', 'another service is active');
      }
      if (begun.value.state !== 'new') return toResult(begun.value);
    } catch (error) {
      // A full disk, or a database that is silent, must not take away the telephone: repeats are still caught in memory.
      log.error({ err: error }, 'command not journalled');
      written = false;
    }
    const result = await this.#act(userId, id, command, deadline);
    if (written) await this.#finish(userId, id, result);
    log.info({ userId, command: command.type, outcome: outcomeOf(result) }, 'command');
    return result;
  }

  async #act(userId: UserId, id: CommandId, command: Command, deadline: number): Promise<CommandResult> {
    if (performance.now() > deadline) return refused('expired', 'the command waited too long');
    try {
      const done = await execute(this.#active, userId, id, command);
      if (done.ok) return { status: 'done' };
      if (done.error.maybeDone === true) return { status: 'unknown', begun: true };
      return { status: 'refused', error: done.error };
    } catch (error) {
      this.#active.log.error({ err: error, command: command.type }, 'command failed');
      return refused('internal', 'the service could not do it');
    }
  }

  async #finish(userId: UserId, id: CommandId, result: CommandResult): Promise<void> {
    try {
      const saved = await inTime(finishCommand(this.#active.db, this.#active.fence, userId, id, result));
      if (!saved.ok) this.#active.onFenced();
    } catch (error) {
      this.#active.log.error({ err: error }, 'result not journalled');
    }
  }
}

/** How long a command waits for the journal, milliseconds: a phone rings meanwhile. */
const journalPatienceMs = 1_000;

/** What comes later is written all the same. */
async function inTime<T>(writing: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the database is silent')), journalPatienceMs);
  });
  return Promise.race([writing, silent]).finally(() => clearTimeout(timer));
}

function toResult(entry: JournalEntry): CommandResult {
  return entry.state === 'done' ? entry.result : { status: 'unknown', begun: entry.state === 'begun' };
}

export function refused(code: ErrorCode, message: string): CommandResult {
  return { status: 'refused', error: protocolError(code, message) };
}

function outcomeOf(result: CommandResult): string {
  return result.status === 'refused' ? result.error.code : result.status;
}

function keyOf(userId: UserId, id: CommandId): string {
  return `${userId}\n${id}`;
}

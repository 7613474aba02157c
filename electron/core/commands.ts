/**
 * Commands on their way. Each has one known outcome in the end: where the answer is lost it is `unknown` at once, the service is
 * asked what became of it, and the truth is pushed. A command is never sent a second time and never queued (product §7).
 */
import type { CommandOutcome, CommandRefusal } from '../../shared/bridge';
import type { CommandId } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import type { ClientMessage, CommandResult } from '../../shared/protocol/messages';
import type { Clock } from './clock';

/** Outcomes remembered so that a repeated request with the same key is answered and not run again. */
const rememberedOutcomes = 200;
const longestExpiryMs = 60_000;

/** Not queued for later either: whoever still wants it presses again. */
export const notReached: CommandRefusal = { code: 'notReached', message: 'the command never reached a service' };

interface Pending {
  readonly outcome: Promise<CommandOutcome>;
  settle(outcome: CommandOutcome): void;
}

export interface CommandsEnvironment {
  readonly clock: Clock;
  /** The service's steady clock now, as far as it is known. */
  serviceNow(): number | null;
  /** Only called while live. */
  send(message: ClientMessage): void;
  /** On its way now; told before it is sent. */
  sent(id: CommandId, command: Command): void;
  /** What whoever gave the command is answered. */
  settled(id: CommandId, outcome: CommandOutcome): void;
  /** The truth about a command whose outcome was unknown. */
  learned(id: CommandId, outcome: CommandOutcome): void;
}

export class Commands {
  readonly #pending = new Map<CommandId, Pending>();
  /** Unknown outcomes the service is still to be asked about, oldest first. */
  readonly #open = new Set<CommandId>();
  readonly #known = new Map<CommandId, CommandOutcome>();

  constructor(private readonly environment: CommandsEnvironment) {}

  run(id: CommandId, command: Command, timeoutMs: number): Promise<CommandOutcome> {
    const before = this.#repeated(id);
    if (before !== null) return before;
    let resolve: (outcome: CommandOutcome) => void = () => undefined;
    const outcome = new Promise<CommandOutcome>((done) => (resolve = done));
    const cancel = this.environment.clock.after(timeoutMs, () => {
      this.#unknown(id);
      this.environment.send({ type: 'outcome', id });
    });
    this.#pending.set(id, {
      outcome,
      settle: (value) => {
        cancel();
        this.#pending.delete(id);
        this.environment.settled(id, value);
        resolve(value);
      },
    });
    this.environment.sent(id, command);
    const expiresInMs = Math.min(Math.round(timeoutMs), longestExpiryMs);
    const sentAt = this.environment.serviceNow();
    this.environment.send({ type: 'command', id, expiresInMs, ...(sentAt !== null && { sentAt }), command });
    return outcome;
  }

  /** The service's answer to a command, or to the question what became of it. */
  answered(id: CommandId, result: CommandResult): void {
    const outcome = outcomeOf(result);
    const pending = this.#pending.get(id);
    if (pending === undefined && !this.#open.has(id)) return;
    if (outcome.status === 'unknown') this.#keepOpen(id);
    else this.#remember(id, outcome);
    if (pending === undefined) this.environment.learned(id, outcome);
    else pending.settle(outcome);
  }

  /** The link dropped: whatever was not answered is unknown from now on. */
  lost(): void {
    for (const id of [...this.#pending.keys()]) this.#unknown(id);
  }

  /** A session stands again: find out. */
  askAgain(): void {
    for (const id of this.#open) this.environment.send({ type: 'outcome', id });
  }

  /** After logout nobody is left to tell. */
  forget(): void {
    this.lost();
    this.#open.clear();
    this.#known.clear();
  }

  #repeated(id: CommandId): Promise<CommandOutcome> | null {
    const known = this.#known.get(id);
    if (known !== undefined) return Promise.resolve(known);
    if (this.#open.has(id)) return Promise.resolve({ status: 'unknown' });
    return this.#pending.get(id)?.outcome ?? null;
  }

  #unknown(id: CommandId): void {
    this.#keepOpen(id);
    this.#pending.get(id)?.settle({ status: 'unknown' });
  }

  #keepOpen(id: CommandId): void {
    this.#open.add(id);
    const [oldest] = this.#open;
    if (this.#open.size > rememberedOutcomes && oldest !== undefined) this.#open.delete(oldest);
  }

  #remember(id: CommandId, outcome: CommandOutcome): void {
    this.#open.delete(id);
    this.#known.set(id, outcome);
    const [oldest] = this.#known.keys();
    if (this.#known.size > rememberedOutcomes && oldest !== undefined) this.#known.delete(oldest);
  }
}

function outcomeOf(result: CommandResult): CommandOutcome {
  if (result.status !== 'unknown') return result;
  // Never seen by any service: it was not carried out, and never will be.
  if (!result.begun) return { status: 'refused', error: notReached };
  return { status: 'unknown' };
}

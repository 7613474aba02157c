/** What the recorder is given: only what can be recorded. No password, token or word of a service has a place in a `SessionEvent`. */
import { assertNever } from '../../../shared/assertNever';
import type { BridgePush, CommandOutcome, SearchOutcome } from '../../../shared/bridge';
import type { Step } from '../../../shared/connection/entries';
import { generationInUse } from '../../../shared/connection/state';
import type { CommandId } from '../../../shared/ids';
import type { RecordedOutcome, SessionEvent } from '../../../shared/session/format';

/** Null for what is not an input of the session. */
export function eventOf(push: BridgePush): SessionEvent | null {
  switch (push.kind) {
    case 'console':
    case 'events':
    case 'link':
    case 'linkEntry':
      return push;
    case 'outcome':
      return outcomeEvent(push.id, push.outcome, true);
    default:
      return null;
  }
}

export function outcomeEvent(id: CommandId, outcome: CommandOutcome, learned: boolean): SessionEvent {
  return { kind: 'outcome', id, outcome: recorded(outcome), learned };
}

export function searchEvent(query: string, outcome: SearchOutcome): SessionEvent {
  const count = outcome.status === 'found' ? outcome.entries.length : 0;
  return { kind: 'search', length: query.length, outcome: outcome.status, count };
}

export function transitionEvent({ before, event, after }: Pick<Step, 'before' | 'event' | 'after'>): SessionEvent {
  return {
    kind: 'transition',
    from: before.link.phase,
    on: event.type,
    to: after.link.phase,
    server: after.link.phase === 'signedOut' ? null : after.link.server,
    generation: generationInUse(after),
  };
}

function recorded(outcome: CommandOutcome): RecordedOutcome {
  switch (outcome.status) {
    case 'done':
    case 'unknown':
      return { status: outcome.status };
    case 'refused':
      return { status: 'refused', code: outcome.error.code };
    default:
      return assertNever(outcome);
  }
}

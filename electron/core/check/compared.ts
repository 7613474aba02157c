/** The last step: is what the service would give a console what this console shows? */
import { isDeepStrictEqual } from 'node:util';
import type { ConsoleState } from '../../../shared/calls/model';
import type { CheckFound } from '../../../shared/connection/check';
import type { Position, ServerMessage } from '../../../shared/protocol/messages';
import type { SessionLook } from '../session';
import { failed, found } from './outcome';
import type { Outcome } from './outcome';

type Inspected = Extract<ServerMessage, { type: 'inspected' }>;
type Comparison = Extract<CheckFound, { of: 'snapshot' }>['compared'];

/** Same place of the same stream, other content: one of the two is not the truth. */
export function compared({ snapshot, position }: Inspected, bytes: number, ours: SessionLook): Outcome {
  const how = comparison(position, ours.state, ours.position);
  if (how === 'same' && !isDeepStrictEqual(ours.state, snapshot))
    return failed(
      'stateDiffers',
      `at ${position.epoch}:${position.seq}: ${differing(ours.state, snapshot).join(', ')}`,
    );
  return found({
    of: 'snapshot',
    bytes,
    managers: snapshot.managers.length,
    lines: snapshot.lines.length,
    calls: snapshot.calls.length,
    position,
    ours: ours.position,
    compared: how,
  });
}

function comparison(theirs: Position, state: ConsoleState | null, ours: Position | null): Comparison {
  if (state === null || ours === null) return 'nothing';
  if (ours.epoch !== theirs.epoch) return 'otherEpoch';
  if (ours.seq === theirs.seq) return 'same';
  return ours.seq < theirs.seq ? 'ahead' : 'behind';
}

/** Which parts, never what is in them: callers' names have no place in a report. */
function differing(ours: ConsoleState | null, theirs: ConsoleState): readonly string[] {
  const mine = new Map<string, unknown>(Object.entries(ours ?? {}));
  return Object.entries(theirs).flatMap(([part, value]) => (isDeepStrictEqual(mine.get(part), value) ? [] : [part]));
}

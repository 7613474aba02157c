/** Answer and Hang up without a page that could say which call is selected: pressed on a key that works in every program while no page listens. */
import { randomUUID } from 'node:crypto';
import { isAvailable } from '../../shared/calls/availability';
import type { CallView, ConsoleState } from '../../shared/calls/model';
import { longestWaiting } from '../../shared/calls/waiting';
import type { SystemKeyCommand } from '../../shared/desktop/systemKeys';
import { CommandId } from '../../shared/ids';
import type { Core } from './core';

/**
 * As the page chooses where nothing is selected: the call that has waited longest; the one that was dialled last or is talked on. A held call is
 * never ended: nobody is on it to mean it.
 */
export function callFor(command: SystemKeyCommand, { calls, lines }: ConsoleState): CallView | null {
  if (command === 'answer') return longestWaiting(calls);
  const dialled = calls.filter(
    ({ direction, state }) => direction === 'out' && state !== 'hold' && state !== 'connected',
  );
  const talking = calls.find(({ state }) => state === 'connected');
  const call = dialled.reduce<CallView | null>(latest, null) ?? talking ?? null;
  const kind = lines.find(({ lineId }) => lineId === call?.lineId)?.kind ?? 'own';
  return call !== null && isAvailable('hangUp', call, kind) ? call : null;
}

function latest(best: CallView | null, call: CallView): CallView {
  return best !== null && best.startedAt > call.startedAt ? best : call;
}

/** False where there was nothing to do, or it was not done. */
export async function runUnattended(
  core: Pick<Core, 'state' | 'handlers'>,
  command: SystemKeyCommand,
): Promise<boolean> {
  const { console, link } = core.state();
  const call = console === null || link.phase !== 'live' ? null : callFor(command, console);
  if (call === null) return false;
  const { connectionId } = call;
  const outcome = await core.handlers.command({
    id: CommandId.parse(randomUUID()),
    command: { type: command, connectionId },
  });
  return outcome.status === 'done';
}

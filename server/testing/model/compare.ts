/** What must always hold once things have settled, whatever happened: each disagreement as a sentence. */
import type { ManagerView } from '../../../shared/calls/model';
import { maxParties } from '../../../shared/calls/parties';
import type { SwitchSnapshot } from '../../switch/port';
import { shownAt, shownIn } from './callCommands';
import { targetView } from './changes';
import { activeOf, type ManagerModel } from './oracle';
import type { ConsoleModel, Play } from './play';

export async function disagreements(play: Play): Promise<string[]> {
  const snapshot = play.pair.sim.snapshot();
  return [
    ...services(play),
    ...calls(play, snapshot),
    ...[...play.consoles].flatMap(([userId, model]) => (model.linked ? console(play, userId, model, snapshot) : [])),
    ...(await changeLog(play)),
  ];
}

/** Exactly one is active while one runs, and it has the switch; no call waits for a decision. */
function services(play: Play): string[] {
  const active = [...play.running].filter((name) => play.pair.service(name).health().role === 'active');
  if (play.running.size === 0) return [];
  if (active.length !== 1) return [`${active.length} services are active`];
  const waiting = play.pair.sim.waitingRoutes().filter(({ reason }) => reason === 'incoming');
  return waiting.map(({ callId }) => `${callId} waits at a route point`);
}

/** No call is lost, none is left over, none is at two places. */
function calls(play: Play, snapshot: SwitchSnapshot): string[] {
  const found: string[] = [];
  const phoneOf = new Map(snapshot.phones.flatMap((phone) => phone.lines.map(({ lineId }) => [lineId, phone.phoneId])));
  const alive = new Set(snapshot.calls.map(({ callId }) => callId));
  for (const callId of play.calls) if (!alive.has(callId)) found.push(`${callId} is lost`);
  for (const callId of alive) if (!play.calls.has(callId)) found.push(`${callId} was hung up and is still there`);
  for (const { callId, connections } of snapshot.calls) {
    const called = connections.filter(({ direction, state }) => direction === 'in' && state === 'alerting');
    if (called.length > 1) found.push(`${callId} rings at ${called.map(({ dn }) => dn).join(' and ')}`);
    const phones = new Set(connections.map(({ lineId }) => phoneOf.get(lineId)));
    if (connections.length > phones.size) found.push(`${callId} is twice at one phone`);
    if (connections.length > maxParties) found.push(`${callId} has ${connections.length} parties`);
    if (called.length > 0 && connections.length > 2) found.push(`${callId} rings beside ${connections.length} lines`);
  }
  const talking = snapshot.calls
    .flatMap(({ connections }) => connections.filter(({ state }) => state === 'connected'))
    .map(({ lineId }) => phoneOf.get(lineId))
    .filter((phoneId) => phoneId !== undefined);
  if (new Set(talking).size !== talking.length) found.push(`a phone talks twice: ${talking.join(', ')}`);
  return found;
}

/** The screen shows the switch's truth and the settings as they were last changed. */
function console(play: Play, userId: string, model: ConsoleModel, snapshot: SwitchSnapshot): string[] {
  const { state } = model.console;
  if (!state) return [`${userId} has no state`];
  const lines = new Set(state.lines.map(({ lineId }) => lineId));
  const truth = snapshot.calls.flatMap((call) =>
    call.connections.flatMap(({ lineId }) => (lines.has(lineId) ? [shownAt(call, lineId, snapshot.calls)] : [])),
  );
  const shown = state.calls.map(shownIn);
  const found: string[] = [];
  if (truth.toSorted().join() !== shown.toSorted().join()) {
    found.push(`${userId} sees ${shown.join(', ') || 'no call'}; there is ${truth.join(', ') || 'none'}`);
  }
  if (state.me.online !== model.online) found.push(`${userId} is shown ${state.me.online ? 'online' : 'offline'}`);
  if (state.divertAllAppliesToFiltered !== play.always) found.push(`${userId} does not know the changed parameter`);
  for (const manager of play.managers.values()) {
    const view = state.managers.find(({ managerId }) => managerId === manager.userId);
    if (view) found.push(...settings(userId, manager, view, play.online));
  }
  return found;
}

function settings(userId: string, model: ManagerModel, view: ManagerView, online: ReadonlySet<string>): string[] {
  const wanted = {
    divertAll: model.divertAll,
    filterOn: model.filterOn,
    filterMode: model.filterMode,
    inclusive: model.inclusive.join(' '),
    exclusive: model.exclusive.join(' '),
    divertTarget: JSON.stringify(targetView(model.divertTo)),
    defaultAssistant: model.defaultAssistant,
    activeAssistant: activeOf(model, online),
    forwardedTo: model.forwardedTo,
  };
  const shown: Record<keyof typeof wanted, unknown> = {
    ...view,
    inclusive: view.inclusive.join(' '),
    exclusive: view.exclusive.join(' '),
    divertTarget: JSON.stringify(view.divertTarget),
  };
  return (Object.keys(wanted) as (keyof typeof wanted)[])
    .filter((key) => wanted[key] !== shown[key])
    .map((key) => `${userId} sees ${model.userId}’s ${key} as ${String(shown[key])}, it is ${String(wanted[key])}`);
}

/** Every change that was confirmed is in the log once, in order, and nothing else is. */
async function changeLog(play: Play): Promise<string[]> {
  const rows = await play.log.selectFrom('change_log').selectAll().orderBy('id').execute();
  const logged = rows.map((row) => `${row.for_user} ${row.parameter} by ${row.by_user}`);
  const wanted = play.changes.map((change) => `${change.forUser} ${change.parameter} by ${change.by}`);
  const at = wanted.findIndex((line, index) => line !== logged[index]);
  if (at >= 0) return [`change ${at + 1} is ${wanted[at] ?? ''}; the log has ${logged[at] ?? 'nothing'}`];
  return logged.length > wanted.length ? [`the log has ${logged[wanted.length] ?? ''}, which nobody changed`] : [];
}

/** Summary, state and verdict as text. */
import type { CallView } from '../../shared/calls/model';
import type { ReplayState } from '../../shared/session/format';
import type { Recording, RecordedEvent, Verdict } from '../../shared/session/recording';
import type { Summary } from '../../shared/session/summary';
import { clockOf, dateOf, durationOf, shown } from './words';

const longestPayload = 160;

export function summaryText({ header, ...summary }: Summary): string[] {
  const counts = (all: object) =>
    Object.entries(all)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ') || 'none';
  return [
    `recording   ${header.recording}, part ${header.part}, format ${header.version}`,
    `console     ${header.appVersion}, ${header.host}, ${header.platform}`,
    `from        ${dateOf(summary.from)}`,
    `to          ${dateOf(summary.to)}`,
    `length      ${durationOf(summary.durationMs)}`,
    `events      ${summary.events} (${counts(summary.kinds)})`,
    `moments     ${counts(summary.marks)}`,
    `damage      ${summary.damagedPlaces === 0 ? 'none' : `${summary.damagedLines} lines lost in ${summary.damagedPlaces} places`}`,
    `end         ${summary.torn ? 'torn: the console did not end in peace, or the file was cut' : 'the console was closed'}`,
  ].map(shown);
}

export function stateText(state: ReplayState): string[] {
  const { link, console, pending, view } = state;
  const lines = [`link        ${linkText(link)}`];
  if (console === null) lines.push('session     nobody is signed in');
  else {
    const { me, mode, calls, managers, service } = console;
    lines.push(
      `session     ${me.name} (${me.dn}), ${mode}, ${me.online ? 'online' : 'offline'}`,
      `service     call control ${service.callControl}, filtering ${service.filtering}`,
      `calls       ${calls.length}`,
      ...calls.map((call) => `  ${callText(call, view.selected)}`),
      `managers    ${managers.length}`,
      ...managers.map(
        ({ name, currentCall, doNotDisturb, divertAll }) =>
          `  ${name}: ${currentCall?.state ?? 'idle'}${doNotDisturb ? ', do not disturb' : ''}${divertAll ? ', divert all' : ''}`,
      ),
    );
  }
  lines.push(
    `pending     ${pending.length}`,
    ...pending.map(({ id, command, status }) => `  ${id} ${command.type}: ${status}`),
    `open        ${view.overlay ?? 'nothing'}`,
  );
  return lines.map(shown);
}

function callText(call: CallView, selected: string | null): string {
  const who = [call.party.name, call.party.number].filter((part) => part !== null).join(' ') || 'withheld';
  const mark = call.connectionId === selected ? '> ' : '';
  return `${mark}${call.connectionId} ${call.direction} ${call.state} ${who} on ${call.lineId} since ${clockOf(call.stateSince)}`;
}

function linkText(link: ReplayState['link']): string {
  return link.phase === 'signedOut'
    ? `signed out${link.failure === null ? '' : ` (${link.failure})`}`
    : `${link.phase}, ${link.server}`;
}

export function verdictText({ checkpoints, agree, divergences }: Verdict): string[] {
  const lines = [`checkpoints ${checkpoints}, ${agree} agree`];
  for (const { at, path, recorded, replayed } of divergences) {
    lines.push(`event ${at}: ${path}`, `  recorded  ${recorded}`, `  replayed  ${replayed}`);
  }
  return lines.map(shown);
}

/** One line for each event. */
export function eventText(recording: Recording, at: number, read: RecordedEvent | null): string {
  const kind = recording.kindOf(at);
  const frame = `${at} ${clockOf(recording.wallOf(at))} ${kind}`;
  if (read === null) return shown(`${frame} (can't be read)`);
  const text = JSON.stringify({ ...read.event, kind: undefined });
  return shown(`${frame} ${text.length > longestPayload ? `${text.slice(0, longestPayload)}…` : text}`);
}

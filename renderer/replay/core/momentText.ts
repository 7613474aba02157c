/** A moment as text for a ticket: when, how the link was, which calls there were, what had just happened. Pure. */
import type { TFunction } from 'i18next';
import type { LinkView } from '../../../shared/bridge';
import type { Recording } from '../../../shared/session/recording';
import { formatDuration } from '../../format/duration';
import { secondsUntil } from '../../format/secondsUntil';
import { partyName, stateWord } from '../../panels/calls/callWords';
import { managerOf } from '../../store/selectors';
import { commandBefore, commandWords, eventWords } from './eventWords';
import { formatDay, formatExact } from './times';
import { wallAt } from './wallClock';

/** Events told before the moment. */
const told = 12;

export function momentText(recording: Recording, at: number, time: number, t: TFunction): string {
  const { header, count } = recording;
  const state = recording.stateAt(at);
  const { link, console } = state;
  const wall = wallAt(recording, time);
  const calls = (console?.calls ?? []).map((call) => {
    const manager = console === null ? null : managerOf(console, call.managerId);
    const facts = {
      who: partyName(call.party, t),
      state: stateWord(call, t),
      since: formatDuration(wall + state.clockOffsetMs - call.stateSince),
    };
    return manager === null
      ? t('replay.text.callOwn', facts)
      : t('replay.text.call', { ...facts, manager: manager.name });
  });
  const pending = state.pending.map(
    ({ command, status, id }) =>
      `${commandWords(command, t)}: ${t(status === 'sent' ? 'call.pending' : 'call.asking')} (${id})`,
  );
  const events = Array.from({ length: told }, (_one, back) => at - told + 1 + back).flatMap((index) => {
    const recorded = index < 0 ? null : recording.event(index);
    if (recorded === null) return [];
    const { words, keys, detail } = eventWords(recorded.event, t, (id) =>
      commandBefore((one) => recording.event(one), index, id),
    );
    return [
      `${formatExact(recorded.tWall)}  ${[keys, words].filter(Boolean).join(' ')}${detail === '' ? '' : ` (${detail})`}`,
    ];
  });
  return [
    t('replay.text.heading'),
    t('replay.text.recording', { id: header.recording, version: header.appVersion, part: header.part }),
    t('replay.text.time', {
      day: formatDay(wall),
      time: formatExact(wall),
      seconds: Math.round((time - recording.timeOf(0)) / 100) / 10,
      at: at + 1,
      count,
    }),
    t('replay.text.link', { state: linkText(link, wall, t) }),
    '',
    ...list(t('replay.text.calls'), calls, t('replay.text.noCalls')),
    ...(pending.length === 0 ? [] : list(t('replay.text.pending'), pending, '')),
    ...list(t('replay.text.last'), events, ''),
    t('replay.text.pseudonyms'),
    '',
  ].join('\n');
}

/** As the status bar said it. */
function linkText(link: LinkView, now: number, t: TFunction): string {
  if (link.phase === 'signedOut') return t('status.signedOut');
  const server = t(`server.${link.server}`);
  if (link.phase === 'live') return t('status.connected', { server });
  if (link.phase === 'connecting') return t('status.connecting', { server });
  const seconds = secondsUntil(link.retryAt, now);
  return seconds === 0 ? t('status.now', { server }) : t('status.waiting', { server, seconds });
}

function list(title: string, lines: readonly string[], empty: string): string[] {
  return [`${title}:`, ...(lines.length === 0 ? [`  ${empty}`] : lines.map((line) => `  ${line}`)), ''];
}

/** What *Copy report* copies: plain text for whoever helps, in the language of the screen. Codes stay as they are; nobody's name but the assistant's id, no secret. */
import type { TFunction } from 'i18next';
import type { CheckStep, ConnectionCheck } from '../../shared/connection/check';
import type { LinkHistory } from '../../shared/connection/linkEntry';
import { foundWords, problemWords, stateWord, verdictOf } from './checkWords';
import { incidentWords, isIncident } from './eventWords';
import { formatMoment, formatMs, formatTime } from './format';

/** How much of the link's history goes into it, milliseconds. */
const told = 10 * 60_000;

interface Reported {
  readonly check: ConnectionCheck;
  readonly history: LinkHistory;
  readonly appVersion: string;
}

export function reportOf({ check, history, appVersion }: Reported, t: TFunction): string {
  const { heartbeatIntervalMs, requestTimeoutMs } = check.timing;
  const head = [
    `${t('check.title')} · ${formatMoment(check.startedAt)}`,
    t('check.report.versions', { version: appVersion, protocol: check.protocol }),
    t('check.report.timing', { interval: formatMs(heartbeatIntervalMs), timeout: formatMs(requestTimeoutMs) }),
  ];
  const servers = check.servers.flatMap((server) => [
    '',
    `${t(`serverTitle.${server.server}`)} · ${server.url} · ${verdictOf(server, t).text}`,
    ...server.steps.map((step) => `  ${line(step, t)}`),
  ]);
  return [...head, ...servers, '', ...historyLines(history, check.startedAt, t), ''].join('\n');
}

function line(step: CheckStep, t: TFunction): string {
  const name = `${t(`check.step.${step.step}`)} [${step.step}]`;
  switch (step.status) {
    case 'ok':
      return `${name}: ${stateWord(step, t)} · ${formatMs(step.ms)} · ${foundWords(step.found, t)}${raw(step)}`;
    case 'failed':
      return `${name}: ${stateWord(step, t)} · ${formatMs(step.ms)} · ${problemWords(step.problem, t).what} [${step.problem}: ${step.detail}]`;
    default:
      return `${name}: ${stateWord(step, t)}`;
  }
}

/** Where the two stand in the stream, for those who read the service's log. */
function raw({ found }: Extract<CheckStep, { status: 'ok' }>): string {
  if (found.of !== 'snapshot') return '';
  const { position, ours } = found;
  return ` [${position.epoch}:${position.seq}, ${ours === null ? '–' : `${ours.epoch}:${ours.seq}`}]`;
}

function historyLines(history: LinkHistory, until: number, t: TFunction): readonly string[] {
  const lately = history.filter(({ at }) => at >= until - told);
  const incidents = lately.filter(isIncident);
  const trips = lately.flatMap((entry) => (entry.kind === 'roundTrip' ? [entry.ms] : []));
  const worst = Math.max(...trips);
  return [
    t('check.report.history'),
    ...(trips.length === 0 ? [] : [`  ${t('linkHistory.trips', { n: trips.length, worst: formatMs(worst) })}`]),
    ...incidents.map((entry) => {
      const code = entry.kind === 'lost' ? ` [${entry.problem}]` : '';
      return `  ${formatTime(entry.at)} ${incidentWords(entry, t)}${code}`;
    }),
    ...(lately.length === 0 ? [`  ${t('linkHistory.nothing')}`] : []),
  ];
}

/** What the link went through, in words. Single round trips are told by the picture and the summary. */
import type { TFunction } from 'i18next';
import type { LinkEntry } from '../../shared/connection/linkEntry';
import { problemWords } from './checkWords';
import { formatAway } from './format';

export type LinkIncident = Exclude<LinkEntry, { readonly kind: 'roundTrip' }>;

export function isIncident(entry: LinkEntry): entry is LinkIncident {
  return entry.kind !== 'roundTrip';
}

export function incidentWords(entry: LinkIncident, t: TFunction): string {
  if (entry.kind === 'signedOut') return t('linkHistory.signedOut');
  const server = t(`server.${entry.server}`);
  switch (entry.kind) {
    case 'missed':
      return t('linkHistory.missed', { server });
    case 'asleep':
      return t('linkHistory.asleep', { server });
    case 'lost':
      return t(entry.wasLive ? 'linkHistory.lost' : 'linkHistory.notReached', {
        server,
        why: problemWords(entry.problem, t).what,
      });
    case 'live':
      if (entry.awayMs === null) return t('linkHistory.connected', { server });
      return t(entry.failover ? 'linkHistory.failover' : 'linkHistory.back', {
        server,
        time: formatAway(entry.awayMs),
      });
  }
}

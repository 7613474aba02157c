/** Whom a few letters or digits can mean: recent targets, managers, speed dials, the directory. Pure. */
import type { ManagerView } from '../../shared/calls/model';
import type { CallHistory } from '../../shared/console/history';
import type { SpeedDials } from '../../shared/console/speedDials';
import { matchesQuery, parseQuery } from '../../shared/directory/query';
import type { DirectoryEntry } from '../../shared/protocol/messages';
import { cleanDialString, looksLikeNumber } from '../../shared/routing/dialString';
import { cleanNumber } from '../../shared/routing/number';
import { spokenName } from '../format/person';
import { shownName } from '../format/shownName';

export interface ReachTarget {
  readonly source: 'recent' | 'manager' | 'speedDial' | 'directory';
  /** Empty where only the number is known. */
  readonly name: string;
  readonly number: string;
  /** Department; the group of a speed dial. */
  readonly note: string;
}

export interface Sources {
  readonly managers: readonly ManagerView[];
  readonly speedDials: SpeedDials;
  readonly history: CallHistory;
  /** Reached from here since the console was started, newest first. */
  readonly recent: readonly Pick<ReachTarget, 'name' | 'number'>[];
}

/** As many as can be read at a glance; a few more letters bring the right one up. */
export const maxSuggestions = 7;

/** `found`: the directory's answer to this text, where it has come. Nobody is named twice. */
export function suggestions(text: string, sources: Sources, found: readonly DirectoryEntry[]): ReachTarget[] {
  const typed = text.trim();
  if (typed === '') return unique(recentTargets(sources));
  if (looksLikeNumber(typed)) return unique(local(sources).filter(({ number }) => beginsWith(number, typed)));
  const query = parseQuery(typed);
  if (!query.ok) return [];
  const matching = local(sources).filter(({ name }) => matchesQuery(query.value, name, ''));
  return unique([...matching, ...found.map(fromDirectory)]);
}

function local({ managers, speedDials }: Sources): ReachTarget[] {
  const groups = new Map(speedDials.groups.map(({ id, name }) => [id, name]));
  return [
    ...managers.map(
      ({ name, dn }) => ({ source: 'manager', name: shownName(name) ?? '', number: dn, note: '' }) as const,
    ),
    ...speedDials.entries.map(
      ({ name, number, groupId }) => ({ source: 'speedDial', name, number, note: groups.get(groupId) ?? '' }) as const,
    ),
  ];
}

function recentTargets({ recent, history }: Sources): ReachTarget[] {
  const placed = history.entries.flatMap(({ kind, party }) =>
    kind === 'placed' && party.number !== null ? [{ name: shownName(party.name) ?? '', number: party.number }] : [],
  );
  return [...recent, ...placed].map((one) => ({ source: 'recent', note: '', ...one }));
}

function fromDirectory(entry: DirectoryEntry): ReachTarget {
  return { source: 'directory', name: spokenName(entry), number: entry.number, note: entry.department };
}

function beginsWith(number: string, typed: string): boolean {
  const clean = cleanDialString(typed);
  return clean.ok && cleanNumber(number).startsWith(cleanNumber(clean.value));
}

function unique(targets: readonly ReachTarget[]): ReachTarget[] {
  const known = new Set<string>();
  const kept: ReachTarget[] = [];
  for (const target of targets) {
    const key = cleanNumber(target.number);
    if (known.has(key)) continue;
    known.add(key);
    kept.push(target);
    if (kept.length === maxSuggestions) break;
  }
  return kept;
}

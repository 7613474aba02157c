/** Keys and clicks, and marks: one sign each, or one with a number where they are too close. A press goes there. */
import { Keyboard, MousePointerClick } from 'lucide-react';
import { useCallback, useMemo, type ReactNode } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { MarkAt } from '../../../shared/session/recording';
import { between, clusters, type Cluster } from '../core/clusters';
import { useSession, useView } from '../core/context';
import { intentWords, type EventTone } from '../core/eventWords';
import { formatExact } from '../core/times';
import { markLooks } from '../events/symbols';
import { shortcutText } from '../../commands/shortcutText';

/** Pixels between two signs, with their numbers. */
const apart = 30;

export function MarksLane({ width }: { readonly width: number }) {
  const { t } = useTranslation();
  const { recording, facts } = useSession();
  const timeOf = useCallback(({ at }: MarkAt) => facts.track.timeOf(at), [facts]);
  const groups = useGroups(recording.marks, timeOf, width);
  return (
    <div className="lane">
      {groups.map((group) => {
        const most = group.items.reduce((a, b) => (markLooks[b.type].weight > markLooks[a.type].weight ? b : a));
        const { Icon, tone } = markLooks[most.type];
        const about = [
          t(`replay.markName.${most.type}`),
          most.who,
          most.manager,
          most.server === undefined ? undefined : t(`server.${most.server}`),
        ];
        const what = about.filter((part) => part !== undefined).join(' · ');
        return (
          <Sign
            key={most.at}
            x={group.x}
            at={most.at}
            tone={tone}
            label={labelOf(group, what, t)}
            count={group.items.length}
          >
            <Icon size={12} strokeWidth={2.4} aria-hidden="true" />
          </Sign>
        );
      })}
    </div>
  );
}

export function IntentsLane({ width }: { readonly width: number }) {
  const { t } = useTranslation();
  const { recording, facts } = useSession();
  const groups = useGroups(facts.intents, facts.track.timeOf, width);
  return (
    <div className="lane">
      {groups.map((group) => {
        const [first = 0] = group.items;
        const event = recording.event(first)?.event;
        if (event?.kind !== 'intent') return null;
        const { command, keys } = event.intent;
        const Icon = keys === null ? MousePointerClick : Keyboard;
        const what = [keys === null ? null : shortcutText(keys, t), intentWords(command, t)]
          .filter((part) => part !== null)
          .join(' ');
        return (
          <Sign
            key={first}
            x={group.x}
            at={first}
            tone="accent"
            label={labelOf(group, what, t)}
            count={group.items.length}
          >
            <Icon size={12} strokeWidth={2.2} aria-hidden="true" />
          </Sign>
        );
      })}
    </div>
  );
}

function useGroups<T>(items: readonly T[], timeOf: (item: T) => number, width: number): Cluster<T>[] {
  const { from, to } = useView((state) => state.span);
  return useMemo(() => {
    const length = Math.max(1, to - from);
    return clusters(between(items, timeOf, from, to), (item) => (timeOf(item) - from) / length, apart / width);
  }, [items, timeOf, from, to, width]);
}

function labelOf<T>({ items }: Cluster<T>, what: string, t: TFunction): string {
  return items.length === 1 ? what : t('replay.lane.several', { count: items.length, what });
}

interface SignProps {
  readonly x: number;
  readonly at: number;
  readonly tone: EventTone;
  readonly label: string;
  readonly count: number;
  readonly children: ReactNode;
}

/** For the pointer; the keyboard steps by marks, and hears each. */
function Sign({ x, at, tone, label, count, children }: SignProps) {
  const { recording, play } = useSession();
  const words = `${formatExact(recording.wallOf(at))} · ${label}`;
  return (
    <button
      type="button"
      className="sign"
      data-tone={tone}
      tabIndex={-1}
      aria-label={words}
      title={words}
      style={{ left: `${x * 100}%` }}
      onClick={() => play({ type: 'goTo', at })}
    >
      {children}
      {count > 1 && (
        <span className="sign__count" aria-hidden="true">
          {count > 99 ? '99+' : count}
        </span>
      )}
    </button>
  );
}

import { History, PhoneIncoming, PhoneMissed, PhoneOutgoing, SearchX, Trash2 } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatLocale } from '../../format/locale';
import { useActions, useApp } from '../../store/context';
import { EmptyState } from '../../ui/EmptyState';
import { Panel } from '../../ui/Panel';
import { Tip } from '../../ui/Tip';
import { Choice } from '../lists/Choice';
import { ListSearch } from '../lists/ListSearch';
import { useReach } from '../lists/useReach';
import { useSaidCount } from '../lists/useSaidCount';
import { byDay } from './days';
import { filtered, kindFilters, type KindFilter } from './filter';
import { HistoryContext } from './HistoryContext';
import { HistoryList } from './HistoryList';
import { useHistoryMenu } from './useHistoryMenu';
import { useSeen } from './useSeen';
import { useToday } from './useToday';
import './history.css';

const icons = {
  all: null,
  missed: <PhoneMissed size={13} aria-hidden="true" />,
  answered: <PhoneIncoming size={13} aria-hidden="true" />,
  placed: <PhoneOutgoing size={13} aria-hidden="true" />,
} as const;

/** The calls of this assistant: missed, answered, placed; newest first. */
export function HistoryPanel() {
  const { t } = useTranslation();
  const { open } = useActions();
  const entries = useApp((state) => state.history.entries);
  const seenUntil = useApp((state) => state.history.seenUntil);
  const clockOffsetMs = useApp((state) => state.clockOffsetMs);
  // What is new stays marked while one looks, though it counts as seen soon.
  const [newSince] = useState(seenUntil);
  const [kind, setKind] = useState<KindFilter>('all');
  const [text, setText] = useState('');
  const query = useDeferredValue(text.trim());
  const reach = useReach();
  const rows = useHistoryMenu(reach);
  const body = useRef<HTMLDivElement>(null);
  useSeen(body);
  const now = useToday();
  const locale = formatLocale();
  const shown = useMemo(() => filtered(entries, kind, query), [entries, kind, query]);
  const days = useMemo(() => byDay(shown, { now, clockOffsetMs, locale }), [shown, now, clockOffsetMs, locale]);
  const clock = useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
    return (at: number) => format.format(at - clockOffsetMs);
  }, [locale, clockOffsetMs]);
  useSaidCount(query === '' ? null : t('history.found', { count: shown.length }));

  return (
    <Panel name="history" title={t('history.panel')}>
      <div className="past-panel" ref={body}>
        <div className="list-bar">
          <ListSearch
            id="history-search"
            label={t('history.search')}
            placeholder={t('history.placeholder')}
            clearLabel={t('history.clearSearch')}
            value={text}
            onChange={setText}
          />
          {entries.length > 0 && (
            <Tip text={t('history.clear')}>
              <button
                type="button"
                className="icon-button"
                aria-label={t('history.clear')}
                onClick={() => open({ kind: 'clearHistory' })}
              >
                <Trash2 size={16} aria-hidden="true" />
              </button>
            </Tip>
          )}
        </div>
        <div className="past-kinds">
          <Choice
            label={t('history.kinds')}
            value={kind}
            onChange={setKind}
            options={kindFilters.map((value) => ({ value, label: t(`history.filter.${value}`), icon: icons[value] }))}
          />
        </div>
        {entries.length === 0 ? (
          <EmptyState icon={<History size={22} />} title={t('history.empty')} text={t('history.emptyText')} />
        ) : shown.length === 0 ? (
          <EmptyState
            icon={<SearchX size={22} />}
            title={t('history.nothing')}
            text={query === '' ? t('history.nothingOfKind') : t('history.nothingText', { query })}
          />
        ) : (
          <HistoryContext
            value={{
              query,
              reach,
              clock,
              isNew: (entry) => entry.kind === 'missed' && entry.endedAt > newSince,
            }}
          >
            <div className="past-rows" {...rows.handlers}>
              <HistoryList days={days} />
            </div>
          </HistoryContext>
        )}
      </div>
      {rows.menu}
    </Panel>
  );
}

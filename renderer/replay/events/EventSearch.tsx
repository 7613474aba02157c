/** Find in events: by text, by kind, to the next and the previous one. */
import { ArrowDown, ArrowUp, Search, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventKind } from '../../../shared/session/format';
import { useSession, useView } from '../core/context';
import { firstAfter } from '../core/player';
import { goToFound } from '../core/found';
import type { Query } from '../core/search';
import { formatMany } from '../core/times';
import { Tip } from '../../ui/Tip';

export const findFieldId = 'replay-find';

export function EventSearch() {
  const { t } = useTranslation();
  const session = useSession();
  const { facts, search } = session;
  const [query, setQuery] = useState<Query>({ text: '', kind: null });
  const found = useView((state) => state.found);
  const change = (next: Query): void => {
    setQuery(next);
    search(next);
  };
  return (
    <search className="find" aria-label={t('replay.events.find')}>
      <span className="find__box">
        <Search size={15} aria-hidden="true" />
        <input
          id={findFieldId}
          className="find__input"
          type="text"
          aria-label={t('replay.events.find')}
          placeholder={t('replay.events.find')}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={query.text}
          onChange={({ target }) => change({ ...query, text: target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') goToFound(session, event.shiftKey ? -1 : 1);
            if (event.key !== 'Escape') return;
            if (query.text === '') event.currentTarget.blur();
            else change({ ...query, text: '' });
          }}
        />
        {query.text !== '' && (
          <button
            type="button"
            className="icon-button find__clear"
            aria-label={t('replay.events.clear')}
            onClick={() => change({ ...query, text: '' })}
          >
            <X size={14} aria-hidden="true" />
          </button>
        )}
      </span>
      <span className="find__row">
        <select
          className="find__kind"
          aria-label={t('replay.events.kind')}
          value={query.kind ?? ''}
          onChange={({ target }) =>
            change({ ...query, kind: facts.kinds.find((kind: EventKind) => kind === target.value) ?? null })
          }
        >
          <option value="">{t('replay.events.allKinds')}</option>
          {facts.kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`replay.kind.${kind}`)}
            </option>
          ))}
        </select>
        <FoundCount />
        <Tip text={t('replay.events.previous')} keys={['Shift+F3']}>
          <button
            type="button"
            className="icon-button"
            aria-label={t('replay.events.previous')}
            aria-keyshortcuts="Shift+F3"
            aria-disabled={(found?.indexes.length ?? 0) === 0}
            data-find="previous"
            onClick={() => goToFound(session, -1)}
          >
            <ArrowUp size={16} aria-hidden="true" />
          </button>
        </Tip>
        <Tip text={t('replay.events.next')} keys={['F3']}>
          <button
            type="button"
            className="icon-button"
            aria-label={t('replay.events.next')}
            aria-keyshortcuts="F3"
            aria-disabled={(found?.indexes.length ?? 0) === 0}
            data-find="next"
            onClick={() => goToFound(session, 1)}
          >
            <ArrowDown size={16} aria-hidden="true" />
          </button>
        </Tip>
      </span>
    </search>
  );
}

function FoundCount() {
  const { t } = useTranslation();
  const found = useView((state) => state.found);
  const at = useView((state) => state.player.at);
  if (found === null) return <span className="find__count" role="status" />;
  const { indexes, done } = found;
  const place = firstAfter(indexes, at);
  const here = indexes[place - 1] === at;
  const words = !done
    ? t('replay.events.searching')
    : indexes.length === 0
      ? t('replay.events.none')
      : here
        ? t('replay.events.found', { at: formatMany(place), count: indexes.length })
        : t('replay.events.foundCount', { count: indexes.length });
  return (
    <span className="find__count" role="status">
      {words}
    </span>
  );
}

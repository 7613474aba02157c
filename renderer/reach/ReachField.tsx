/** A combobox: digits are a number, letters search; Enter takes the number or the marked suggestion. */
import { useId, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../shared/calls/model';
import { formatNumber } from '../format/number';
import { callerName } from '../panels/calls/callWords';
import { Highlighted } from '../ui/Highlighted';
import { PhoneNumber } from '../ui/PhoneNumber';
import { purposeWords, type Purpose } from './purpose';
import type { ReachTarget } from './suggestions';
import { useReach } from './useReach';

interface ReachFieldProps {
  readonly purpose: Purpose;
  readonly call: CallView;
}

export function ReachField({ purpose, call }: ReachFieldProps) {
  const { t } = useTranslation();
  const reach = useReach(purpose, call);
  const listId = useId();
  const messageId = useId();
  const words = purposeWords[purpose];
  const { hits, marked, problem, sending, to } = reach;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    reach.mark(event.key === 'ArrowDown' ? 1 : -1);
  };
  const message = (): string => {
    if (problem !== null) return problem;
    if (sending) return t('reach.sending');
    if (reach.nobody) return t('reach.nobody');
    return to === null ? t(words.hint) : t(words.to, { to: to.name === '' ? formatNumber(to.number) : to.name });
  };

  return (
    <form
      className="reach__form"
      aria-busy={sending}
      onSubmit={(event) => {
        event.preventDefault();
        void reach.submit();
      }}
    >
      <h3 className="reach__title ellipsis">{t(words.title, { name: callerName(call, t) })}</h3>
      <input
        className="field__input"
        autoFocus
        role="combobox"
        aria-label={t(words.label)}
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={marked >= 0 ? `${listId}-${marked}` : undefined}
        aria-invalid={problem !== null}
        aria-describedby={messageId}
        autoComplete="off"
        spellCheck={false}
        maxLength={64}
        placeholder={t('reach.placeholder')}
        value={reach.text}
        readOnly={sending}
        onKeyDown={onKeyDown}
        onChange={(event) => reach.type(event.target.value)}
      />
      <ul className="reach__hits" id={listId} role="listbox" aria-label={t('reach.hits')}>
        {hits.map((hit, index) => (
          <Hit
            key={`${hit.source}${hit.number}`}
            id={`${listId}-${index}`}
            hit={hit}
            query={reach.text}
            isMarked={index === marked}
            onTake={() => void reach.take(hit)}
          />
        ))}
      </ul>
      <div className="reach__foot">
        <p className={problem === null ? 'field__help' : 'field__error'} id={messageId} aria-live="polite">
          {message()}
        </p>
        <button
          type="submit"
          className="button button--primary"
          aria-disabled={sending}
          data-pending={sending ? '' : undefined}
        >
          {t(words.go)}
        </button>
      </div>
    </form>
  );
}

interface HitProps {
  readonly id: string;
  readonly hit: ReachTarget;
  readonly query: string;
  readonly isMarked: boolean;
  readonly onTake: () => void;
}

function Hit({ id, hit, query, isMarked, onTake }: HitProps) {
  const { t } = useTranslation();
  const { source, name, number, note } = hit;
  const from = note !== '' || source === 'directory' ? note : t(`reach.${source}`);
  return (
    <li id={id} role="option" aria-selected={isMarked} className="reach__hit" onClick={onTake}>
      {name === '' ? (
        <PhoneNumber number={number} className="reach__name" />
      ) : (
        <span className="reach__name ellipsis" dir="auto" title={name}>
          <Highlighted text={name} query={query} />
        </span>
      )}
      <span className="sub ellipsis" dir="auto">
        {from}
      </span>
      {name !== '' && <PhoneNumber number={number} />}
    </li>
  );
}

import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dn } from '../../shared/ids';
import type { DirectoryEntry } from '../../shared/protocol/messages';
import { cleanDialString, looksLikeNumber } from '../format/dialString';
import { formatNumber } from '../format/number';
import { listName } from '../format/person';
import { useDirectory } from '../hooks/useDirectory';
import { Highlighted } from '../ui/Highlighted';

interface TransferFieldProps {
  readonly title: string;
  readonly onTransfer: (to: Dn) => void;
}

/** As many as fit without scrolling; a few more letters bring the right one up. */
const shown = 6;

/** A combobox: digits are a number, letters search; Enter takes the number or the marked hit. */
export function TransferField({ title, onTransfer }: TransferFieldProps) {
  const { t } = useTranslation();
  const directory = useDirectory();
  const [text, setText] = useState('');
  const [marked, setMarked] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const listId = useId();
  const messageId = useId();
  const { answer } = directory;
  const number = looksLikeNumber(text) ? cleanDialString(text) : null;
  const hits = number === null && answer.kind === 'found' ? answer.entries.slice(0, shown) : [];
  const active = hits[marked];

  const take = (entry: DirectoryEntry | undefined): void => {
    const to = entry === undefined ? null : cleanDialString(entry.number);
    if (to?.ok) onTransfer(to.value);
    else setProblem(t('transfer.nobody'));
  };
  const submit = async (): Promise<void> => {
    if (number?.ok) {
      onTransfer(number.value);
      return;
    }
    if (number) {
      setProblem(t(`dialProblem.${number.error}`));
      return;
    }
    if (answer.kind === 'found' && answer.query === text) {
      take(active);
      return;
    }
    // Typed faster than the answer came: wait for the answer to exactly this text.
    const fresh = await directory.submit(text);
    if (fresh?.kind === 'found') take(fresh.entries[0]);
    else if (fresh !== null) setProblem(t(fresh.kind === 'unavailable' ? 'directory.notNow' : 'transfer.hint'));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    setMarked(Math.min(Math.max(marked + step, 0), Math.max(hits.length - 1, 0)));
  };
  const nobody = number === null && answer.kind === 'found' && answer.query === text && answer.entries.length === 0;
  const message = problem ?? (nobody ? t('transfer.nobody') : t('transfer.hint'));

  return (
    <form
      className="transfer__form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3 className="transfer__title ellipsis">{title}</h3>
      <input
        className="field__input"
        autoFocus
        role="combobox"
        aria-label={t('transfer.label')}
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${listId}-${active.id}` : undefined}
        aria-invalid={problem !== null}
        aria-describedby={messageId}
        autoComplete="off"
        spellCheck={false}
        maxLength={64}
        placeholder={t('transfer.placeholder')}
        value={text}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          const typed = event.target.value;
          setText(typed);
          setMarked(0);
          setProblem(null);
          if (looksLikeNumber(typed)) directory.clear();
          else directory.type(typed);
        }}
      />
      <ul className="transfer__hits" id={listId} role="listbox" aria-label={t('directory.hits')}>
        {hits.map((entry) => (
          <li
            key={entry.id}
            id={`${listId}-${entry.id}`}
            role="option"
            aria-selected={entry === active}
            className="transfer__hit"
            onClick={() => take(entry)}
          >
            <span className="transfer__name ellipsis">
              <Highlighted text={listName(entry)} query={text} />
            </span>
            <span className="sub ellipsis">{entry.department}</span>
            <span>{formatNumber(entry.number)}</span>
          </li>
        ))}
      </ul>
      <div className="transfer__foot">
        <p className={problem === null ? 'field__help' : 'field__error'} id={messageId} aria-live="polite">
          {number?.ok ? t('transfer.toNumber', { number: formatNumber(number.value) }) : message}
        </p>
        <button type="submit" className="button button--primary">
          {t('transfer.go')}
        </button>
      </div>
    </form>
  );
}

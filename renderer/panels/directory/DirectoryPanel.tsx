import { Search, X } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectoryEntry } from '../../../shared/protocol/messages';
import { directoryFieldId } from '../../commands/focus';
import { keysOf } from '../../commands/registry';
import { ariaShortcut } from '../../commands/shortcutText';
import { cleanDialString } from '../../format/dialString';
import { useApp } from '../../store/context';
import { useDial } from '../../hooks/useDial';
import { useDirectory, type DirectoryAnswer } from '../../hooks/useDirectory';
import { useActions } from '../../store/context';
import { Kbd } from '../../ui/Kbd';
import { Panel } from '../../ui/Panel';
import { DirectoryResults } from './DirectoryResults';
import './directory.css';

/** Any part of a name finds; Enter calls the first one found. */
export function DirectoryPanel() {
  const shortcuts = useApp((state) => keysOf(state, 'findPerson'));
  const { t } = useTranslation();
  const { toast, announce } = useActions();
  const { dial, reason } = useDial();
  const directory = useDirectory();
  const [text, setText] = useState('');
  const hintId = useId();
  const { answer } = directory;

  const said = spoken(answer);
  useEffect(() => {
    if (said !== null) announce(t('directory.found', { count: said }));
  }, [said, answer, announce, t]);

  const call = (entry: DirectoryEntry): void => {
    const number = cleanDialString(entry.number);
    if (!number.ok) toast('bad', t(`dialProblem.${number.error}`));
    else if (!dial(number.value) && reason !== null) toast('warn', reason);
  };
  const submit = async (thenCall: boolean): Promise<void> => {
    const found = await directory.submit(text);
    const first = found?.kind === 'found' ? found.entries[0] : undefined;
    if (thenCall && first) call(first);
  };
  const hint = hintOf(answer);

  return (
    <Panel name="directory" title={t('directory.panel')}>
      <form
        className="search"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(true);
        }}
      >
        <div className="search__box">
          <input
            id={directoryFieldId}
            className="search__input"
            type="search"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            aria-label={t('directory.search')}
            aria-describedby={hint === null ? undefined : hintId}
            aria-keyshortcuts={shortcuts.map((keys) => ariaShortcut(keys)).join(' ')}
            placeholder={t('directory.placeholder')}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              directory.type(event.target.value);
            }}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown') focusFirstRow(event.currentTarget);
            }}
          />
          {text === '' ? (
            shortcuts.map((keys) => <Kbd key={keys} keys={keys} />)
          ) : (
            <button
              type="button"
              className="icon-button search__clear"
              aria-label={t('directory.clear')}
              onClick={() => {
                setText('');
                directory.clear();
                document.getElementById(directoryFieldId)?.focus();
              }}
            >
              <X size={15} aria-hidden="true" />
            </button>
          )}
        </div>
        <button
          type="button"
          className="icon-button search__go"
          aria-label={t('directory.searchButton')}
          onClick={() => void submit(false)}
        >
          <Search size={17} aria-hidden="true" />
        </button>
      </form>
      {hint !== null && (
        <p className="search__hint" id={hintId} role="alert">
          {t(hint)}
        </p>
      )}
      <DirectoryResults answer={answer} onCall={call} callReason={reason} />
    </Panel>
  );
}

function hintOf(answer: DirectoryAnswer) {
  if (answer.kind === 'unavailable') return 'directory.notNow';
  if (answer.kind !== 'hint') return null;
  return answer.problem === 'blank' ? 'directory.blank' : 'directory.wildcard';
}

function spoken(answer: DirectoryAnswer): number | null {
  return answer.kind === 'found' ? answer.entries.length : null;
}

function focusFirstRow(field: HTMLElement): void {
  const row = field.closest('.panel')?.querySelector('[role="row"]');
  if (row instanceof HTMLElement) row.focus();
}

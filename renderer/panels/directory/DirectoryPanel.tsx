import { Search, X } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectoryEntry } from '../../../shared/protocol/messages';
import { directoryFieldId } from '../../commands/focus';
import { keysOf } from '../../commands/registry';
import { ariaShortcut } from '../../commands/shortcutText';
import { formatLocale } from '../../format/locale';
import { useDirectory, type DirectoryAnswer } from '../../hooks/useDirectory';
import { useApp, useAppHandle } from '../../store/context';
import { Kbd } from '../../ui/Kbd';
import { Panel } from '../../ui/Panel';
import { useReach, type Reach } from '../lists/useReach';
import { useSaidCount } from '../lists/useSaidCount';
import { DirectoryResults } from './DirectoryResults';
import { nextSort, sorted, type DirectorySort } from './sort';
import { isBeingCalled } from './twice';
import { useDirectoryMenu } from './useDirectoryMenu';
import './directory.css';

const nobody: readonly DirectoryEntry[] = [];

/** Any part of a name finds; Enter calls the first one found. */
export function DirectoryPanel() {
  const { t } = useTranslation();
  const { store } = useAppHandle();
  const shortcuts = useApp((state) => keysOf(state, 'findPerson'));
  const everyone = useReach();
  const directory = useDirectory();
  const [text, setText] = useState('');
  const [sort, setSort] = useState<DirectorySort | null>(null);
  const hintId = useId();
  const { answer } = directory;
  const locale = formatLocale();
  const found = answer.kind === 'found' ? answer.entries : nobody;
  const entries = useMemo(() => sorted(found, sort, locale), [found, sort, locale]);

  // Two quick Enters are one call.
  const reach: Reach = {
    ...everyone,
    call: (number) => {
      if (!isBeingCalled(number, store.getState())) everyone.call(number);
    },
  };
  const menu = useDirectoryMenu(entries, reach);
  useSaidCount(answer.kind === 'found' ? t('directory.found', { count: answer.entries.length }) : null);

  const submit = async (thenCall: boolean): Promise<void> => {
    const fresh = await directory.submit(text);
    const [first] = fresh?.kind === 'found' ? sorted(fresh.entries, sort, locale) : [];
    if (thenCall && first) reach.call(first.number);
  };
  const clear = (): void => {
    setText('');
    directory.clear();
    document.getElementById(directoryFieldId)?.focus();
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
            dir="auto"
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
              if (event.key === 'Escape' && text !== '') {
                event.preventDefault();
                event.stopPropagation();
                clear();
              }
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
              onClick={clear}
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
      <div className="hits-box" {...menu.handlers}>
        <DirectoryResults
          answer={answer}
          entries={entries}
          sort={sort}
          onSort={(by) => setSort(nextSort(sort, by))}
          reach={reach}
          isOld={answer.kind === 'found' && answer.query !== text}
        />
      </div>
      {menu.menu}
    </Panel>
  );
}

function hintOf(answer: DirectoryAnswer) {
  if (answer.kind === 'unavailable') return 'directory.notNow';
  if (answer.kind !== 'hint') return null;
  return answer.problem === 'blank' ? 'directory.blank' : 'directory.wildcard';
}

function focusFirstRow(field: HTMLElement): void {
  const row = field.closest('.panel')?.querySelector('[role="row"]');
  if (row instanceof HTMLElement) row.focus();
}

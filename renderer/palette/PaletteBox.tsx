import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { interceptCommands } from '../commands/intercept';
import { looksLikeNumber } from '../format/dialString';
import { fitting, isAnswered } from '../hooks/fitting';
import { useDirectory } from '../hooks/useDirectory';
import { useApp, useAppHandle } from '../store/context';
import { act, actSecondary, isSecondary } from './act';
import { localEntries, personEntries, type PaletteEntry } from './entries';
import { PaletteActions } from './PaletteActions';
import { PaletteList, optionId } from './PaletteList';

/** A combobox: the focus stays in the field, the arrows mark an entry, Enter acts on it. */
export function PaletteBox() {
  const { t } = useTranslation();
  const app = useAppHandle();
  const state = useApp((whole) => whole);
  const directory = useDirectory();
  const [query, setQuery] = useState('');
  const [marked, setMarked] = useState<string | null>(null);
  const listId = useId();
  const { answer } = directory;

  const words = {
    label: (label: Parameters<typeof labelKey>[0]) => t(labelKey(label)),
    help: (command: Extract<PaletteEntry, { kind: 'command' }>['command']) => t(`commandHelp.${command.help(state)}`),
  };
  const people = answer.kind === 'found' && query.trim() !== '' ? answer : null;
  const entries = [...localEntries(query, state, words), ...personEntries(fitting(answer, query))];
  // What was marked stays marked while people arrive below it.
  const at = Math.max(
    0,
    entries.findIndex(({ id }) => id === marked),
  );
  const active = entries[at];

  const current = useRef(active);
  useEffect(() => {
    current.current = active;
  });
  // Transfer, Consult and their like mean the entry that is marked, with the keys they always have.
  useEffect(
    () =>
      interceptCommands((name) => {
        const entry = current.current;
        if (!isSecondary(name) || entry === undefined || entry.kind === 'command') return false;
        actSecondary(app, name, entry);
        return true;
      }),
    [app],
  );

  const type = (text: string): void => {
    setQuery(text);
    setMarked(null);
    if (text.trim() === '' || looksLikeNumber(text)) directory.clear();
    else directory.type(text);
  };
  /** Typed faster than the answer came: what Enter means is the answer to exactly this text. */
  const actOnAnswer = async (): Promise<void> => {
    const fresh = await directory.submit(query);
    const [first] = personEntries(fresh?.kind === 'found' ? fresh.entries : []);
    if (first !== undefined && app.store.getState().overlay?.kind === 'palette') act(app, first);
  };
  const enter = (): void => {
    const isSure = active !== undefined && (active.kind !== 'person' || marked !== null || isAnswered(answer, query));
    if (isSure) act(app, active);
    else if (query.trim() !== '' && !looksLikeNumber(query)) void actOnAnswer();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const next = moved(event.key, at, entries.length);
    if (next !== null) setMarked(entries[next]?.id ?? null);
    else if (event.key === 'Enter') enter();
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="palette__field">
        <Search size={18} aria-hidden="true" />
        <input
          className="palette__input"
          autoFocus
          role="combobox"
          aria-label={t('palette.label')}
          aria-expanded={entries.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active === undefined ? undefined : optionId(listId, active)}
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          placeholder={t('palette.placeholder')}
          dir="auto"
          value={query}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <PaletteList
        id={listId}
        entries={entries}
        active={active}
        query={query}
        onMark={(entry) => setMarked(entry.id)}
        onAct={(entry) => act(app, entry)}
      />
      {people?.more === true && <p className="palette__note">{t('directory.more')}</p>}
      {answer.kind === 'unavailable' && query !== '' && <p className="palette__note">{t('palette.unavailable')}</p>}
      {active !== undefined && <PaletteActions entry={active} />}
      <p className="visually-hidden" aria-live="polite">
        {entries.length === 0 ? t('palette.nothing', { query }) : t('palette.found', { count: entries.length })}
      </p>
    </>
  );
}

function labelKey<L extends Extract<PaletteEntry, { kind: 'command' }>['label']>(label: L): `command.${L}` {
  return `command.${label}`;
}

/** Where a key moves the mark to; null for other keys. */
function moved(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'PageDown':
      return Math.min(at + 8, count - 1);
    case 'PageUp':
      return Math.max(at - 8, 0);
    default:
      return null;
  }
}

import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilterMode } from '../../shared/calls/model';
import { cleanPattern } from '../../shared/routing/pattern';
import { firstName } from './assistants';
import { emptyEntry, entryProblem, type Entry } from './entry';
import { entered, withEntryText, type Form } from './form';
import { isMany } from './paste';
import { problemWords } from './problemWords';

interface PatternFieldProps {
  readonly mode: FilterMode;
  readonly managerName: string;
  readonly list: readonly string[];
  readonly entry: Entry;
  readonly change: (change: (form: Form) => Form) => void;
  /** Several were pasted at once. */
  readonly onMany: (text: string) => void;
  readonly onUndo: () => void;
}

/** Says at once what is wrong and where. Ctrl+Z takes back the last change of the list where there is no typing to take back. */
export function PatternField({ mode, managerName, list, entry, change, onMany, onUndo }: PatternFieldProps) {
  const { t } = useTranslation();
  const messageId = useId();
  const fieldId = useId();
  const field = useRef<HTMLInputElement>(null);
  const name = firstName(managerName);
  const typed = entry.text !== '';
  const problem = typed ? entryProblem(list, entry) : null;
  const cleaned = cleanPattern(entry.text);
  const rewritten = cleaned !== '' && cleaned !== entry.text && problem === null;

  useEffect(() => {
    if (entry.editing === null) return;
    field.current?.focus();
    field.current?.select();
  }, [entry.editing]);

  const put = (next: Entry): void => change((form) => withEntryText(form, mode, next));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && typed) {
      event.stopPropagation();
      put(emptyEntry);
    } else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !typed) {
      event.preventDefault();
      onUndo();
    }
  };
  return (
    <form
      className="pattern-entry"
      onSubmit={(event) => {
        event.preventDefault();
        change((form) => entered(form, mode));
        field.current?.focus();
      }}
    >
      <label className="field__label" htmlFor={fieldId}>
        {t(mode === 'inclusive' ? 'configure.inclusiveLabel' : 'configure.exclusiveLabel', { name })}
      </label>
      <div className="pattern-entry__row">
        <input
          ref={field}
          id={fieldId}
          className="field__input pattern-entry__input"
          value={entry.text}
          placeholder={t('configure.placeholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={64}
          dir="ltr"
          aria-invalid={problem !== null}
          aria-describedby={messageId}
          onChange={(event) => put({ ...entry, text: event.target.value })}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text/plain');
            if (!isMany(text)) return;
            event.preventDefault();
            onMany(text);
          }}
          onKeyDown={onKeyDown}
        />
        <button type="submit" className="button" aria-disabled={!typed || problem !== null}>
          {t(entry.editing === null ? 'configure.add' : 'configure.update')}
        </button>
        {entry.editing !== null && (
          <button type="button" className="button button--quiet" onClick={() => put(emptyEntry)}>
            {t('configure.stopEditing')}
          </button>
        )}
      </div>
      <p className={problem === null ? 'field__help' : 'field__error'} id={messageId} aria-live="polite">
        {problem !== null
          ? problemWords(problem, t)
          : rewritten
            ? t('configure.readAs', { pattern: cleaned })
            : t('configure.help')}
      </p>
    </form>
  );
}

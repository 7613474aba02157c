import { Pencil, Trash2 } from 'lucide-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilterMode } from '../../shared/calls/model';
import { cleanPattern, describePattern, maxPatternsPerList } from '../../shared/routing/pattern';
import { emptyEntry, entryProblem, withEntry, type Entry } from './draft';
import { problemWords } from './problemWords';

interface PatternListProps {
  readonly mode: FilterMode;
  readonly managerName: string;
  readonly patterns: readonly string[];
  readonly entry: Entry;
  /** The pattern that decides for the number being tested. */
  readonly matching: string | null;
  readonly onPatterns: (patterns: readonly string[]) => void;
  readonly onEntry: (entry: Entry) => void;
}

/** One list: a field that says at once what is wrong and where, and the patterns with what they mean. */
export function PatternList({ mode, managerName, patterns, entry, matching, onPatterns, onEntry }: PatternListProps) {
  const { t } = useTranslation();
  const messageId = useId();
  const fieldId = useId();
  const field = useRef<HTMLInputElement>(null);
  const name = managerName.split(' ')[0] ?? managerName;
  const typed = entry.text !== '';
  const problem = typed ? entryProblem(patterns, entry) : null;
  const cleaned = cleanPattern(entry.text);
  const help =
    cleaned !== '' && cleaned !== entry.text && problem === null
      ? t('configure.readAs', { pattern: cleaned })
      : t('configure.help');

  const put = (): void => {
    if (!typed || problem !== null) return;
    onPatterns(withEntry(patterns, entry));
    onEntry(emptyEntry);
    field.current?.focus();
  };
  const edit = (pattern: string): void => {
    onEntry({ text: pattern, editing: pattern });
    field.current?.focus();
  };

  return (
    <>
      <form
        className="pattern-entry"
        onSubmit={(event) => {
          event.preventDefault();
          put();
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
            aria-invalid={problem !== null}
            aria-describedby={messageId}
            onChange={(event) => onEntry({ ...entry, text: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || !typed) return;
              event.stopPropagation();
              onEntry(emptyEntry);
            }}
          />
          <button type="submit" className="button" aria-disabled={!typed || problem !== null}>
            {t(entry.editing === null ? 'configure.add' : 'configure.update')}
          </button>
        </div>
        <p className={problem === null ? 'field__help' : 'field__error'} id={messageId} aria-live="polite">
          {problem === null ? help : problemWords(problem, t)}
        </p>
      </form>
      {patterns.length === 0 ? (
        <p className="patterns__none">
          {t(mode === 'inclusive' ? 'configure.noneInclusive' : 'configure.noneExclusive')}
        </p>
      ) : (
        <ul className="patterns scroll" aria-label={t('configure.list')}>
          {patterns.map((pattern) => (
            <li
              key={pattern}
              className="pattern"
              data-matching={pattern === matching ? '' : undefined}
              data-editing={pattern === entry.editing ? '' : undefined}
            >
              <code className="pattern__text ellipsis">{pattern}</code>
              <span className="sub pattern__shape">{t(`shape.${describePattern(pattern)}`)}</span>
              <button
                type="button"
                className="icon-button"
                aria-label={t('configure.editPattern', { pattern })}
                onClick={() => edit(pattern)}
              >
                <Pencil size={15} aria-hidden="true" />
              </button>
              <button
                type="button"
                className="icon-button pattern__remove"
                aria-label={t('configure.removePattern', { pattern })}
                onClick={() => {
                  onPatterns(patterns.filter((other) => other !== pattern));
                  if (entry.editing === pattern) onEntry(emptyEntry);
                  field.current?.focus();
                }}
              >
                <Trash2 size={15} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="sub">{t('configure.of', { count: patterns.length, max: maxPatternsPerList })}</p>
    </>
  );
}

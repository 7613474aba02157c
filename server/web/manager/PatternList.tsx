import { Pencil, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { FilterMode } from '../../../shared/calls/model';
import { checkPattern, cleanPattern, describePattern, maxPatternsPerList } from '../../../shared/routing/pattern';
import { t } from './strings/i18n';
import { TextBox } from './TextBox';
import { problemWords } from './words';

interface PatternListProps {
  readonly mode: FilterMode;
  readonly patterns: readonly string[];
  /** The pattern that decides for the number being tested. */
  readonly matching: string | null;
  readonly disabled: boolean;
  readonly onPatterns: (patterns: string[]) => Promise<boolean>;
}

/** One list: a field that says at once what is wrong and where, and the patterns with what they mean. */
export function PatternList({ mode, patterns, matching, disabled, onPatterns }: PatternListProps) {
  const [text, setText] = useState('');
  const [editing, setEditing] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const others = patterns.filter((pattern) => pattern !== editing);
  const problem = text === '' ? null : checkPattern(text, others);
  const cleaned = cleanPattern(text);
  const ready = text !== '' && problem === null && !disabled;

  const put = async (): Promise<void> => {
    if (!ready) return;
    const at = editing === null ? -1 : patterns.indexOf(editing);
    const stored = await onPatterns(at < 0 ? [...patterns, cleaned] : patterns.with(at, cleaned));
    if (!stored) return;
    setText('');
    setEditing(null);
    field.current?.focus();
  };

  return (
    <>
      <form
        className="number-entry"
        onSubmit={(event) => {
          event.preventDefault();
          void put();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          setText('');
          setEditing(null);
        }}
      >
        <TextBox
          ref={field}
          label={t(`list.${mode}Label`)}
          value={text}
          onChange={setText}
          placeholder={t('list.placeholder')}
          help={cleaned !== '' && cleaned !== text ? t('list.readAs', { pattern: cleaned }) : t('list.help')}
          error={problem === null ? null : problemWords(problem)}
          mono
        />
        <button type="submit" className="button" aria-disabled={!ready}>
          {t(editing === null ? 'list.add' : 'list.update')}
        </button>
      </form>
      {patterns.length === 0 ? (
        <p className="patterns__none">{t(mode === 'inclusive' ? 'list.noneInclusive' : 'list.noneExclusive')}</p>
      ) : (
        <ul className="patterns" aria-label={t('list.name')}>
          {patterns.map((pattern) => (
            <li key={pattern} className="pattern" data-matching={pattern === matching ? '' : undefined}>
              <code className="mono">{pattern}</code>
              <span className="sub">{t(`shape.${describePattern(pattern)}`)}</span>
              <button
                type="button"
                className="icon-button"
                aria-label={t('list.edit', { pattern })}
                onClick={() => {
                  setText(pattern);
                  setEditing(pattern);
                  field.current?.focus();
                }}
              >
                <Pencil size={16} aria-hidden="true" />
              </button>
              <button
                type="button"
                className="icon-button icon-button--remove"
                aria-label={t('list.remove', { pattern })}
                aria-disabled={disabled}
                onClick={() => {
                  if (disabled) return;
                  void onPatterns(patterns.filter((other) => other !== pattern)).then(() => field.current?.focus());
                }}
              >
                <Trash2 size={16} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="sub">{t('list.of', { count: patterns.length, max: maxPatternsPerList })}</p>
    </>
  );
}

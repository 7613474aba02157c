import { Check, CircleSlash, Equal, TriangleAlert } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { countOf, maxPastedLength, newPatterns, pastedItems, type PastedItem } from './paste';
import { problemWords } from './problemWords';

interface PasteManyProps {
  readonly text: string;
  readonly list: readonly string[];
  readonly onText: (text: string) => void;
  readonly onCancel: () => void;
  readonly onAdd: (patterns: readonly string[]) => void;
}

const icons = { new: Check, same: Equal, wrong: TriangleAlert, noRoom: CircleSlash } as const;

/** A column of a table, a mail, a text file: what each line would do is shown before anything is added. */
export function PasteMany({ text, list, onText, onCancel, onAdd }: PasteManyProps) {
  const { t } = useTranslation();
  const fieldId = useId();
  const helpId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const items = pastedItems(text, list);
  const fresh = newPatterns(items);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className="paste"
      onSubmit={(event) => {
        event.preventDefault();
        if (fresh.length > 0) onAdd(fresh);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <label className="field__label" htmlFor={fieldId}>
        {t('configure.pasteLabel')}
      </label>
      <textarea
        ref={field}
        id={fieldId}
        className="field__input paste__text"
        rows={4}
        maxLength={maxPastedLength}
        spellCheck={false}
        dir="ltr"
        aria-describedby={helpId}
        value={text.slice(0, maxPastedLength)}
        onChange={(event) => onText(event.target.value)}
      />
      <p className="field__help" id={helpId}>
        {t('configure.pasteHelp')}
      </p>
      <p className="paste__sum" role="status">
        {items.length === 0 ? '' : sum(items, t)}
      </p>
      {items.length > 0 && (
        <ul className="paste__items scroll" aria-label={t('configure.pasteVerdicts')} tabIndex={0}>
          {items.map((item, index) => {
            const Icon = icons[item.verdict.kind];
            return (
              <li key={index} className="pasted" data-verdict={item.verdict.kind}>
                <Icon size={14} aria-hidden="true" />
                <code className="ellipsis" dir="ltr">
                  {item.text}
                </code>
                <span className="sub">{verdictWords(item, t)}</span>
              </li>
            );
          })}
        </ul>
      )}
      <div className="paste__foot">
        <button type="button" className="button" onClick={onCancel}>
          {t('configure.pasteCancel')}
        </button>
        <button type="submit" className="button button--primary" aria-disabled={fresh.length === 0}>
          {t('configure.pasteAdd', { count: fresh.length })}
        </button>
      </div>
    </form>
  );
}

function verdictWords({ text, verdict }: PastedItem, t: TFunction): string {
  switch (verdict.kind) {
    case 'new':
      return verdict.pattern === text
        ? t('configure.pastedNew')
        : t('configure.pastedNewAs', { pattern: verdict.pattern });
    case 'same':
      return t(verdict.as === 'list' ? 'configure.pastedInList' : 'configure.pastedTwice', {
        pattern: verdict.pattern,
      });
    case 'wrong':
      return problemWords(verdict.problem, t);
    case 'noRoom':
      return t('configure.pastedNoRoom');
  }
}

function sum(items: readonly PastedItem[], t: TFunction): string {
  const parts = [
    t('configure.sumNew', { count: countOf(items, 'new') }),
    ...(countOf(items, 'same') > 0 ? [t('configure.sumSame', { count: countOf(items, 'same') })] : []),
    ...(countOf(items, 'wrong') > 0 ? [t('configure.sumWrong', { count: countOf(items, 'wrong') })] : []),
    ...(countOf(items, 'noRoom') > 0 ? [t('configure.sumNoRoom', { count: countOf(items, 'noRoom') })] : []),
  ];
  return parts.join(' · ');
}

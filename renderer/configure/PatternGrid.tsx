import { Pencil, Trash2 } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Button, GridList, GridListItem, type Selection } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { describePattern } from '../../shared/routing/pattern';
import { sortedPatterns } from './parts';

interface PatternGridProps {
  readonly list: readonly string[];
  readonly editing: string | null;
  /** The patterns that fit the number being tested, and the one that decides for it. */
  readonly matching: ReadonlySet<string>;
  readonly decides: string | null;
  /** What an empty list means. */
  readonly none: string;
  readonly onEdit: (pattern: string) => void;
  readonly onRemove: (patterns: readonly string[]) => void;
  readonly onUndo: () => void;
}

/** The patterns and what they mean. Enter changes one, Delete removes all that are selected. */
export function PatternGrid({ list, editing, matching, decides, none, onEdit, onRemove, onUndo }: PatternGridProps) {
  const { t } = useTranslation();
  const [selection, setSelection] = useState<Selection>(new Set<string>());
  if (list.length === 0) return <p className="patterns__none">{none}</p>;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Delete') {
      const row = event.target instanceof Element ? event.target.closest('[data-key]') : null;
      const focused = row?.getAttribute('data-key') ?? null;
      const chosen = selection === 'all' ? list : list.filter((pattern) => selection.has(pattern));
      const doomed = chosen.length > 0 ? chosen : list.filter((pattern) => pattern === focused);
      if (doomed.length === 0) return;
      event.preventDefault();
      setSelection(new Set());
      onRemove(doomed);
    } else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
      event.preventDefault();
      onUndo();
    }
  };
  return (
    <div className="patterns" onKeyDownCapture={onKeyDown}>
      <GridList
        className="patterns__list scroll"
        aria-label={t('configure.list')}
        items={sortedPatterns(list).map((id) => ({ id }))}
        dependencies={[editing, matching, decides, t]}
        selectionMode="multiple"
        selectionBehavior="replace"
        selectedKeys={selection}
        onSelectionChange={setSelection}
        onAction={(key) => onEdit(String(key))}
      >
        {({ id: pattern }) => (
          <GridListItem
            id={pattern}
            className="pattern"
            textValue={pattern}
            data-matching={pattern === decides ? 'decides' : matching.has(pattern) ? 'fits' : undefined}
            data-editing={pattern === editing ? '' : undefined}
          >
            <code className="pattern__text ellipsis" dir="ltr">
              {pattern}
            </code>
            <span className="sub pattern__shape">
              {matching.has(pattern) ? t('configure.fits') : t(`shape.${describePattern(pattern)}`)}
            </span>
            <Button
              className="icon-button"
              aria-label={t('configure.editPattern', { pattern })}
              onPress={() => onEdit(pattern)}
            >
              <Pencil size={15} aria-hidden="true" />
            </Button>
            <Button
              className="icon-button pattern__remove"
              aria-label={t('configure.removePattern', { pattern })}
              onPress={() => onRemove([pattern])}
            >
              <Trash2 size={15} aria-hidden="true" />
            </Button>
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}

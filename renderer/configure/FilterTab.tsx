import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilterMode } from '../../shared/calls/model';
import { maxPatternsPerList } from '../../shared/routing/pattern';
import { useActions, useApp } from '../store/context';
import { emptyEntry } from './entry';
import { Examples } from './Examples';
import { FilterControls } from './FilterControls';
import { undone, wanted, withEntryText, withList } from './form';
import { PartNote } from './PartNote';
import { PasteMany } from './PasteMany';
import { PatternField } from './PatternField';
import { PatternGrid } from './PatternGrid';
import type { TabProps, TestProps } from './tabProps';
import { TestNumber } from './TestNumber';
import { matchingPatterns, testNumber } from './verdict';

interface FilterTabProps extends TabProps, TestProps {
  readonly mode: FilterMode;
}

/** One list: typed one by one or pasted whole, with what each pattern means and which of them fits a number. */
export function FilterTab({ mode, tested, onTested, ...props }: FilterTabProps) {
  const { t } = useTranslation();
  const { announce } = useActions();
  const { manager, form, change } = props;
  const [pasting, setPasting] = useState<string | null>(null);
  const appliesToFiltered = useApp((state) => state.console?.divertAllAppliesToFiltered ?? false);
  const list = form.lists[mode];
  const verdict = testNumber(tested, { manager, draft: wanted(form), appliesToFiltered });
  const inForce = manager.filterMode === mode && (mode === 'exclusive' || manager.filterOn);
  const undoable = form.past[mode].length;

  const remove = (patterns: readonly string[]): void => {
    change((before) => {
      const next = withList(
        before,
        mode,
        before.lists[mode].filter((one) => !patterns.includes(one)),
      );
      const { editing } = next.entries[mode];
      return editing !== null && patterns.includes(editing) ? withEntryText(next, mode, emptyEntry) : next;
    });
    announce(t('configure.removed', { count: patterns.length }));
  };
  const undo = (): void => {
    change((before) => undone(before, mode));
    if (undoable > 0) announce(t('configure.undone'));
  };

  return (
    <div className="editor">
      <div className="editor__panel">
        <PartNote part={mode} {...props} />
        {!inForce && (
          <p className="field__help not-in-force">
            {t(manager.filterMode === mode ? 'configure.listOff' : 'configure.otherMode', {
              mode: t(`manager.${manager.filterMode}`),
            })}
          </p>
        )}
        {pasting === null ? (
          <PatternField
            mode={mode}
            managerName={manager.name}
            list={list}
            entry={form.entries[mode]}
            change={change}
            onMany={setPasting}
            onUndo={undo}
          />
        ) : (
          <PasteMany
            text={pasting}
            list={list}
            onText={setPasting}
            onCancel={() => setPasting(null)}
            onAdd={(patterns) => {
              change((before) => withList(before, mode, [...before.lists[mode], ...patterns]));
              announce(t('configure.added', { count: patterns.length }));
              setPasting(null);
            }}
          />
        )}
        {pasting === null && (
          <>
            <PatternGrid
              list={list}
              editing={form.entries[mode].editing}
              matching={matchingPatterns(list, verdict)}
              decides={verdict.kind === 'goes' && manager.filterMode === mode ? verdict.pattern : null}
              onEdit={(pattern) => change((before) => withEntryText(before, mode, { text: pattern, editing: pattern }))}
              onRemove={remove}
              onUndo={undo}
              none={t(mode === 'inclusive' ? 'configure.noneInclusive' : 'configure.noneExclusive')}
            />
            <div className="list-foot">
              <span className="sub">{t('configure.of', { count: list.length, max: maxPatternsPerList })}</span>
              <button type="button" className="button button--quiet button--small" onClick={() => setPasting('')}>
                {t('configure.pasteMany')}
              </button>
              <button
                type="button"
                className="button button--quiet button--small"
                aria-disabled={undoable === 0}
                aria-keyshortcuts="Control+Z"
                onClick={undo}
              >
                {t('configure.undo')}
              </button>
            </div>
          </>
        )}
      </div>
      <aside className="editor__side">
        <TestNumber text={tested} onText={onTested} manager={manager} form={form} />
        <FilterControls manager={manager} />
        <Examples />
      </aside>
    </div>
  );
}

import { useMemo, useRef } from 'react';
import { Collection, ListLayout, Tree, TreeItem, TreeItemContent, Virtualizer } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useRowLayout } from '../../ui/useRowLayout';
import { EntryRow } from './EntryRow';
import { GroupRow } from './GroupRow';
import { useListFacts } from './ListContext';
import type { ShownGroup } from './sort';
import { useKeepPlace } from './useKeepPlace';

const estimates = { estimatedRowSize: 46 };

interface SpeedDialTreeProps {
  readonly groups: readonly ShownGroup[];
  readonly onFold: (groupId: string, collapsed: boolean) => void;
  readonly onDelete: (key: string) => void;
}

/** Groups and their entries; only what is in sight is drawn. Enter or a double click calls, Delete deletes, the arrows fold. */
export function SpeedDialTree({ groups, onFold, onDelete }: SpeedDialTreeProps) {
  const { t } = useTranslation();
  const { query, reach } = useListFacts();
  const searching = query.trim() !== '';
  const open = groups.flatMap(({ group }) => (searching || group.collapsed !== true ? [group.id] : []));
  const list = useRef<HTMLDivElement>(null);
  const layoutOptions = useRowLayout(estimates);
  const keys = useMemo(
    () => groups.flatMap(({ group, entries }) => [group.id, ...entries.map(({ id }) => id)]),
    [groups],
  );
  const place = useKeepPlace(keys, list);
  const toggle = ({ group }: ShownGroup): void => {
    if (!searching) onFold(group.id, group.collapsed !== true);
  };
  return (
    <div
      className="list"
      ref={list}
      onFocusCapture={place.onFocus}
      onKeyDownCapture={(event) => {
        const row = event.target instanceof Element ? event.target.closest('[data-key]') : null;
        // On the row itself: the buttons in it have their own keys.
        if (row === null || event.target !== row || event.ctrlKey || event.metaKey || event.altKey) return;
        const key = row.getAttribute('data-key') ?? '';
        const group = groups.find((shown) => shown.group.id === key);
        if (event.key === 'Delete' && !event.repeat) {
          event.preventDefault();
          onDelete(key);
        }
        if (event.key === 'Enter' && group !== undefined) {
          event.preventDefault();
          event.stopPropagation();
          toggle(group);
        }
      }}
    >
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <Tree
          className="sd-tree scroll"
          aria-label={t('speedDial.list')}
          items={groups}
          selectionMode="single"
          selectionBehavior="replace"
          expandedKeys={open}
          onExpandedChange={(keys) => {
            if (searching) return;
            for (const { group } of groups) {
              const collapsed = !keys.has(group.id);
              if (collapsed !== (group.collapsed === true)) onFold(group.id, collapsed);
            }
          }}
        >
          {(shown) => (
            <TreeItem
              id={shown.group.id}
              className="sd-item sd-item--group list-row"
              textValue={`${shown.group.name}, ${t('speedDial.count', { count: shown.total })}`}
            >
              <TreeItemContent>
                <GroupRow shown={shown} onToggle={() => toggle(shown)} />
              </TreeItemContent>
              <Collection items={shown.entries}>
                {(entry) => (
                  <TreeItem
                    id={entry.id}
                    className="sd-item list-row"
                    textValue={[entry.name, entry.number, entry.notes].filter((part) => part !== '').join(', ')}
                    onAction={() => reach.call(entry.number)}
                  >
                    <TreeItemContent>
                      <EntryRow entry={entry} />
                    </TreeItemContent>
                  </TreeItem>
                )}
              </Collection>
            </TreeItem>
          )}
        </Tree>
      </Virtualizer>
    </div>
  );
}

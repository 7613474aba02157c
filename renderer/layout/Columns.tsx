import { useTranslation } from 'react-i18next';
import type { PanelColumn } from '../../shared/console/layout';
import { useArrangement } from './context';
import { leastHeight, leastWidthOf, structureOf } from './fit';
import { GroupFrame } from './GroupFrame';
import { panelName } from './panelNames';
import { Resizable } from './Resizable';

interface ColumnsProps {
  readonly onColumnSizes: (sizes: readonly number[]) => void;
  readonly onGroupSizes: (columnAt: number, sizes: readonly number[]) => void;
}

/** Columns side by side, in each a stack of groups. */
export function Columns({ onColumnSizes, onGroupSizes }: ColumnsProps) {
  const { t } = useTranslation();
  const { shown } = useArrangement();
  const nameOf = (column: PanelColumn | undefined): string =>
    column?.groups.map(({ active }) => panelName(active, t)).join(', ') ?? '';
  return (
    <Resizable
      // Another arrangement is another set of separators.
      key={structureOf(shown)}
      orientation="horizontal"
      onSizes={onColumnSizes}
      items={shown.columns.map((column, at) => ({
        id: `column-${column.groups[0]?.panels[0] ?? at}`,
        size: column.size,
        least: leastWidthOf(column),
        label: t('layout.widths', { before: nameOf(shown.columns[at - 1]), after: nameOf(column) }),
        content: (
          <Resizable
            orientation="vertical"
            onSizes={(sizes) => onGroupSizes(at, sizes)}
            items={column.groups.map((group, groupAt) => ({
              id: `group-${group.panels[0] ?? groupAt}`,
              size: group.size,
              least: leastHeight,
              label: t('layout.heights', {
                before: panelName(column.groups[groupAt - 1]?.active ?? group.active, t),
                after: panelName(group.active, t),
              }),
              content: <GroupFrame group={group} />,
            }))}
          />
        ),
      }))}
    />
  );
}

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { LineMode } from '../../../shared/calls/model';
import { useActions, useApp } from '../../store/context';
import { columnsFor, type ColumnName, type Tier } from './columns';
import { ManagerCell } from './ManagerCell';
import { nextSort, sortColumns, type Sort } from './order';
import { RowElement } from './RowElement';
import { useConfigure } from './useConfigure';
import { managerAt, useRows } from './useRows';

const heads = {
  name: 'manager.name',
  number: 'manager.number',
  now: 'manager.now',
  doNotDisturb: 'manager.dnd',
  divertAll: 'manager.divert',
  filterOn: 'manager.filter',
  filterMode: 'manager.mode',
  assistantWatch: 'manager.watch',
  alertTone: 'manager.alertTone',
  actions: 'manager.actions',
} as const satisfies Record<ColumnName, string>;

/** Where the head is a short word, resting on it gives the whole one. */
const wholeHeads = {
  ...heads,
  doNotDisturb: 'manager.whole.doNotDisturb',
  divertAll: 'manager.whole.divertAll',
  filterOn: 'manager.whole.filterOn',
  filterMode: 'manager.whole.filterMode',
  assistantWatch: 'manager.whole.assistantWatch',
  alertTone: 'manager.whole.alertTone',
} as const satisfies Record<ColumnName, string>;

/** In compact tables the head of a column of icons is for reading aloud only. */
const iconColumns: ReadonlySet<ColumnName> = new Set(['filterMode', 'alertTone']);

interface ManagersTableProps {
  readonly tier: Exclude<Tier, 'cards'>;
  readonly mode: LineMode;
}

/** Rows and cells are reached by arrows; what is in a cell follows its manager by itself, so that the table stays still. */
export function ManagersTable({ tier, mode }: ManagersTableProps) {
  const { t } = useTranslation();
  const { selectManager } = useActions();
  const configure = useConfigure();
  const selected = useApp((state) => state.selectedManager);
  const [sort, setSort] = useState<Sort | null>(null);
  const rows = useRows(sort);
  const columns = useMemo(() => columnsFor(tier, mode), [tier, mode]);
  return (
    <Table
      className="managers__table"
      aria-label={t('manager.panel')}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={selected === null ? [] : [selected]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys;
        selectManager(managerAt(rows, key));
      }}
      onRowAction={(key) => {
        const managerId = managerAt(rows, key);
        if (managerId !== null) configure(managerId);
      }}
      {...(sort === null ? {} : { sortDescriptor: sort })}
      onSortChange={({ column }) => {
        const by = sortColumns.find((one) => one === column);
        if (by) setSort((before) => nextSort(before, by));
      }}
    >
      <TableHeader>
        {columns.map((column) => {
          const sorted = sort?.column === column ? sort.direction : null;
          const hidden = column === 'actions' || (tier === 'compact' && iconColumns.has(column));
          return (
            <Column
              key={column}
              id={column}
              isRowHeader={column === 'name'}
              className={`managers__column managers__column--${column}`}
              allowsSorting={sortColumns.some((one) => one === column)}
            >
              <span className="managers__head">
                <span className={hidden ? 'visually-hidden' : 'ellipsis'} title={t(wholeHeads[column])}>
                  {t(tier === 'compact' && column === 'divertAll' ? 'manager.divertShort' : heads[column])}
                </span>
                {sorted === 'ascending' && <ArrowUp size={12} aria-hidden="true" />}
                {sorted === 'descending' && <ArrowDown size={12} aria-hidden="true" />}
              </span>
            </Column>
          );
        })}
      </TableHeader>
      <TableBody items={rows} dependencies={[columns, tier]}>
        {({ id }) => (
          <Row
            id={id}
            className="manager"
            data-manager={id}
            render={(props) => <RowElement row={props} managerId={id} />}
          >
            {columns.map((column) => (
              <Cell key={column} className={`managers__cell managers__cell--${column}`}>
                <ManagerCell managerId={id} column={column} tier={tier} />
              </Cell>
            ))}
          </Row>
        )}
      </TableBody>
    </Table>
  );
}

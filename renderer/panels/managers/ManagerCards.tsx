import { GridList, GridListItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { LineMode } from '../../../shared/calls/model';
import type { UserId } from '../../../shared/ids';
import { useActions, useApp } from '../../store/context';
import { columnsFor, type ColumnName } from './columns';
import { ManagerCell } from './ManagerCell';
import { useRowDrag } from './useRowDrag';
import { useConfigure } from './useConfigure';
import { managerAt, useRows } from './useRows';

const features = [
  'doNotDisturb',
  'divertAll',
  'filterOn',
  'filterMode',
  'assistantWatch',
  'alertTone',
] as const satisfies readonly ColumnName[];
const short = {
  doNotDisturb: 'manager.dnd',
  divertAll: 'manager.divertShort',
  filterOn: 'manager.filter',
  filterMode: 'manager.modeShort',
  assistantWatch: 'manager.watchShort',
  alertTone: 'manager.alertToneShort',
} as const satisfies Record<(typeof features)[number], string>;

/** A narrow panel has no room for columns: one manager under the other, with the same cells. */
export function ManagerCards({ mode }: { readonly mode: LineMode }) {
  const { t } = useTranslation();
  const { selectManager } = useActions();
  const configure = useConfigure();
  const selected = useApp((state) => state.selectedManager);
  const rows = useRows(null);
  return (
    <GridList
      className="manager-cards"
      aria-label={t('manager.panel')}
      items={rows}
      dependencies={[mode]}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={selected === null ? [] : [selected]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys;
        selectManager(managerAt(rows, key));
      }}
      onAction={(key) => {
        const managerId = managerAt(rows, key);
        if (managerId !== null) configure(managerId);
      }}
    >
      {({ id }) => <CardItem managerId={id} mode={mode} />}
    </GridList>
  );
}

function CardItem({ managerId, mode }: { readonly managerId: UserId; readonly mode: LineMode }) {
  const name = useApp((state) => state.console?.managers.find((one) => one.managerId === managerId)?.name ?? '');
  return (
    <GridListItem id={managerId} className="manager-card" textValue={name} data-manager={managerId}>
      <CardBody managerId={managerId} mode={mode} />
    </GridListItem>
  );
}

function CardBody({ managerId, mode }: { readonly managerId: UserId; readonly mode: LineMode }) {
  const { t } = useTranslation();
  const { drag, drop } = useRowDrag(managerId);
  const shown = new Set(columnsFor('compact', mode));
  return (
    <div className="manager-card__all" {...drag} {...drop}>
      <div className="manager-card__top">
        <ManagerCell managerId={managerId} column="name" tier="cards" />
        <ManagerCell managerId={managerId} column="now" tier="cards" />
        <ManagerCell managerId={managerId} column="actions" tier="compact" />
      </div>
      <div className="manager-card__features">
        {features.map((column) =>
          shown.has(column) ? (
            <span key={column} className={`manager-card__feature managers__cell--${column}`}>
              <span className="sub" aria-hidden="true">
                {t(short[column])}
              </span>
              <ManagerCell managerId={managerId} column={column} tier="cards" />
            </span>
          ) : null,
        )}
      </div>
    </div>
  );
}

import type { UserId } from '../../../shared/ids';
import { PhoneNumber } from '../../ui/PhoneNumber';
import type { ColumnName, Tier } from './columns';
import { FeatureSwitch } from './FeatureSwitch';
import { FilterModeButton } from './FilterModeButton';
import { ManagerName } from './ManagerName';
import { ManagerNow } from './ManagerNow';
import { RowActions } from './RowActions';
import { useManager } from './useManager';

interface ManagerCellProps {
  readonly managerId: UserId;
  readonly column: ColumnName;
  readonly tier: Tier;
}

export function ManagerCell({ managerId, column, tier }: ManagerCellProps) {
  switch (column) {
    case 'name':
      return <ManagerName managerId={managerId} withoutNumber={tier === 'wide'} />;
    case 'number':
      return <ManagerNumber managerId={managerId} />;
    case 'now':
      return <ManagerNow managerId={managerId} />;
    case 'filterMode':
      return <FilterModeButton managerId={managerId} />;
    case 'actions':
      return <RowActions managerId={managerId} intercom={tier !== 'compact'} />;
    case 'doNotDisturb':
    case 'divertAll':
    case 'filterOn':
    case 'assistantWatch':
    case 'alertTone':
      return <FeatureSwitch managerId={managerId} feature={column} />;
  }
}

function ManagerNumber({ managerId }: { readonly managerId: UserId }) {
  const manager = useManager(managerId);
  return manager === null ? null : <PhoneNumber number={manager.dn} />;
}

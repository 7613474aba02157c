import { BellOff, BellRing, CornerUpRight, Eye, Filter } from 'lucide-react';
import { SwitchButton, SwitchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ManagerView } from '../../../shared/calls/model';
import type { ManagerFeature } from '../../../shared/protocol/commands';
import { useActions, useApp } from '../../store/context';
import { featurePending } from './pending';

const looks = {
  doNotDisturb: { label: 'manager.dndFor', on: 'chip--warn', Icon: BellOff },
  divertAll: { label: 'manager.divertFor', on: 'chip--on', Icon: CornerUpRight },
  filterOn: { label: 'manager.filterFor', on: 'chip--on', Icon: Filter },
  assistantWatch: { label: 'manager.watchFor', on: 'chip--on', Icon: Eye },
  alertTone: { label: 'manager.alertToneFor', on: 'chip--on', Icon: BellRing },
} as const satisfies Record<ManagerFeature, unknown>;

/** On or off, in words and shape. A press asks the service; the switch moves when the service says so. */
export function FeatureSwitch({
  manager,
  feature,
}: {
  readonly manager: ManagerView;
  readonly feature: ManagerFeature;
}) {
  const { t } = useTranslation();
  const { send } = useActions();
  const notLive = useApp((state) => state.link.phase !== 'live');
  const pending = useApp((state) => featurePending(state.pending, manager.managerId, feature));
  const on = manager[feature];
  const { label, on: onLook, Icon } = looks[feature];
  return (
    <SwitchField
      className="chip-field"
      aria-label={t(label, { name: manager.name })}
      isSelected={on}
      isDisabled={notLive}
      onChange={(wanted) => {
        if (!pending) send({ type: 'setFeature', managerId: manager.managerId, feature, on: wanted });
      }}
    >
      <SwitchButton className={on ? `chip over ${onLook}` : 'chip over'} data-pending={pending ? '' : undefined}>
        {on && <Icon size={13} aria-hidden="true" />}
        <FeatureWord manager={manager} feature={feature} />
      </SwitchButton>
    </SwitchField>
  );
}

function FeatureWord({ manager, feature }: { readonly manager: ManagerView; readonly feature: ManagerFeature }) {
  const { t } = useTranslation();
  if (!manager[feature]) return t('manager.off');
  if (feature !== 'filterOn') return t('manager.on');
  const count = manager[manager.filterMode].length;
  return t('manager.withCount', { mode: t('manager.on'), count });
}

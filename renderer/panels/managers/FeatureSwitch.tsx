import { BellOff, CornerUpRight, Eye, EyeOff, Filter, Volume2, VolumeX } from 'lucide-react';
import { SwitchButton, SwitchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { ManagerView } from '../../../shared/calls/model';
import type { UserId } from '../../../shared/ids';
import type { ManagerFeature } from '../../../shared/protocol/commands';
import { useActions, useApp, useReadOnly } from '../../store/context';
import { featurePending } from './pending';
import { targetShort, targetSpoken } from './targetWords';
import { useManager } from './useManager';

const looks = {
  doNotDisturb: { label: 'manager.dndFor', on: 'chip--warn', Icon: BellOff, OffIcon: null },
  divertAll: { label: 'manager.divertFor', on: 'chip--on', Icon: CornerUpRight, OffIcon: null },
  filterOn: { label: 'manager.filterFor', on: 'chip--on', Icon: Filter, OffIcon: null },
  assistantWatch: { label: 'manager.watchFor', on: 'chip--on', Icon: Eye, OffIcon: EyeOff },
  alertTone: { label: 'manager.alertToneFor', on: 'chip--on', Icon: Volume2, OffIcon: VolumeX },
} as const satisfies Record<ManagerFeature, unknown>;

interface FeatureSwitchProps {
  readonly managerId: UserId;
  readonly feature: ManagerFeature;
}

/** On or off, in words and shape. A press asks the service; the switch moves when the service says so. */
export function FeatureSwitch({ managerId, feature }: FeatureSwitchProps) {
  const { t } = useTranslation();
  const { send, selectManager } = useActions();
  const readOnly = useReadOnly();
  const manager = useManager(managerId);
  const notLive = useApp((state) => state.link.phase !== 'live');
  const pending = useApp((state) => featurePending(state.pending, managerId, feature));
  if (manager === null) return null;
  const on = manager[feature];
  const { label, on: onLook, Icon, OffIcon } = looks[feature];
  const ShownIcon = on ? Icon : OffIcon;
  const where = feature === 'divertAll' ? targetSpoken(manager, t) : null;
  return (
    <SwitchField
      className={`chip-field chip-field--${feature}`}
      aria-label={t(label, { name: manager.name })}
      {...(where === null ? {} : { 'aria-description': where })}
      isSelected={on}
      isDisabled={notLive}
      isReadOnly={readOnly}
      onChange={(wanted) => {
        // The row does not hear of the press: a shortcut after it must mean the same manager.
        selectManager(managerId);
        if (!pending) send({ type: 'setFeature', managerId, feature, on: wanted });
      }}
    >
      <SwitchButton
        className={on ? `chip over ${onLook}` : 'chip over'}
        data-pending={pending ? '' : undefined}
        {...(where === null ? {} : { title: where })}
      >
        {ShownIcon !== null && <ShownIcon className="chip__icon" size={13} aria-hidden="true" />}
        <span className="chip__word ellipsis" dir="auto">
          {featureWord(manager, feature, t)}
        </span>
      </SwitchButton>
    </SwitchField>
  );
}

/** Divert all says where calls go while it is on. */
function featureWord(manager: ManagerView, feature: ManagerFeature, t: TFunction): string {
  if (!manager[feature]) return t('manager.off');
  if (feature === 'divertAll') return targetShort(manager, t);
  return feature === 'doNotDisturb' ? t('manager.dndOn') : t('manager.on');
}

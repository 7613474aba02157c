import { SwitchButton, SwitchField } from 'react-aria-components';
import type { ManagerView } from '../../shared/calls/model';
import { featurePending } from '../panels/managers/pending';
import { useActions, useApp } from '../store/context';

interface FeatureToggleProps {
  readonly manager: ManagerView;
  readonly feature: 'divertAll' | 'filterOn';
  readonly label: string;
}

/** Changed at once, like in My managers. */
export function FeatureToggle({ manager, feature, label }: FeatureToggleProps) {
  const { send } = useActions();
  const { managerId } = manager;
  const notLive = useApp((state) => state.link.phase !== 'live');
  const pending = useApp((state) => featurePending(state.pending, managerId, feature));
  return (
    <SwitchField
      aria-label={label}
      isSelected={manager[feature]}
      isDisabled={notLive}
      onChange={(on) => {
        if (!pending) send({ type: 'setFeature', managerId, feature, on });
      }}
    >
      <SwitchButton className="toggle over" data-pending={pending ? '' : undefined}>
        {label}
        <span className="toggle__track" aria-hidden="true" />
      </SwitchButton>
    </SwitchField>
  );
}

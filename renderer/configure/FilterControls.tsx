import { RadioButton, RadioField, RadioGroup, SwitchButton, SwitchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ManagerView } from '../../shared/calls/model';
import { featurePending, modePending } from '../panels/managers/pending';
import { useActions, useApp } from '../store/context';
import { filterModes } from './draft';

/** On or off, and which list is in force: changed at once, like in My managers. */
export function FilterControls({ manager }: { readonly manager: ManagerView }) {
  const { t } = useTranslation();
  const { send } = useActions();
  const { managerId } = manager;
  const notLive = useApp((state) => state.link.phase !== 'live');
  const switching = useApp((state) => featurePending(state.pending, managerId, 'filterOn'));
  const changing = useApp((state) => modePending(state.pending, managerId));
  const name = manager.name.split(' ')[0] ?? manager.name;
  const assistant =
    manager.assistants.find(({ userId }) => userId === manager.activeAssistant)?.name ?? t('configure.anAssistant');
  const explain =
    manager.filterMode === 'exclusive'
      ? 'configure.explainExclusive'
      : manager.filterOn
        ? 'configure.explainInclusive'
        : 'configure.explainOff';
  return (
    <div className="filter-controls">
      <SwitchField
        aria-label={t('configure.filterOn')}
        isSelected={manager.filterOn}
        isDisabled={notLive}
        onChange={(on) => send({ type: 'setFeature', managerId, feature: 'filterOn', on })}
      >
        <SwitchButton className="toggle over" data-pending={switching ? '' : undefined}>
          {t('configure.filterOn')}
          <span className="toggle__track" aria-hidden="true" />
        </SwitchButton>
      </SwitchField>
      <RadioGroup
        className="segments"
        aria-label={t('configure.mode')}
        value={manager.filterMode}
        isDisabled={notLive}
        data-pending={changing ? '' : undefined}
        onChange={(mode) => {
          const wanted = filterModes.find((one) => one === mode);
          if (wanted !== undefined) send({ type: 'setFilterMode', managerId, mode: wanted });
        }}
      >
        {filterModes.map((mode) => (
          <RadioField key={mode} value={mode}>
            <RadioButton className="segment over">{t(`manager.${mode}`)}</RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      <p className="field__help">{t(explain, { name, assistant })}</p>
      <p className="field__help">{t('configure.immediately')}</p>
    </div>
  );
}

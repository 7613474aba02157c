import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ManagerView } from '../../shared/calls/model';
import { modePending } from '../panels/managers/pending';
import { useActions, useApp } from '../store/context';
import { assistantName, firstName } from './assistants';
import { FeatureToggle } from './FeatureToggle';
import { filterModes } from './form';

/** On or off, and which list is in force: changed at once, like in My managers. */
export function FilterControls({ manager }: { readonly manager: ManagerView }) {
  const { t } = useTranslation();
  const { send } = useActions();
  const { managerId } = manager;
  const notLive = useApp((state) => state.link.phase !== 'live');
  const changing = useApp((state) => modePending(state.pending, managerId));
  const name = firstName(manager.name);
  const assistant = assistantName(manager, manager.activeAssistant) ?? t('configure.anAssistant');
  const explain =
    manager.filterMode === 'exclusive'
      ? 'configure.explainExclusive'
      : manager.filterOn
        ? 'configure.explainInclusive'
        : 'configure.explainOff';
  return (
    <div className="filter-controls">
      <FeatureToggle manager={manager} feature="filterOn" label={t('configure.filterOn')} />
      <RadioGroup
        className="segments"
        aria-label={t('configure.mode')}
        value={manager.filterMode}
        isDisabled={notLive}
        data-pending={changing ? '' : undefined}
        onChange={(mode) => {
          const wanted = filterModes.find((one) => one === mode);
          if (wanted !== undefined && !changing) send({ type: 'setFilterMode', managerId, mode: wanted });
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

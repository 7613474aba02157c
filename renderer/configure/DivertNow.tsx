import { useTranslation } from 'react-i18next';
import type { ManagerView } from '../../shared/calls/model';
import { formatNumber } from '../format/number';
import { useApp } from '../store/context';
import { assistantName, firstName, targetWords } from './assistants';
import { divertNow, type DivertFact } from './divertNow';
import { wanted, type Form } from './form';
import { FeatureToggle } from './FeatureToggle';
import { awayTarget } from './verdict';

const words = {
  forwarded: 'configure.nowForwarded',
  nobodyOnline: 'configure.nowNobodyOnline',
  exclusiveDiverted: 'configure.nowExclusiveDiverted',
  restDiverted: 'configure.nowRestDiverted',
  restRings: 'configure.nowRestRings',
  inclusiveRings: 'configure.nowInclusiveRings',
  inclusiveDiverted: 'configure.nowInclusiveDiverted',
  restToActive: 'configure.nowRestToActive',
  divertAllIdle: 'configure.nowDivertAllIdle',
  allDiverted: 'configure.nowAllDiverted',
  allRing: 'configure.nowAllRing',
} as const satisfies Record<DivertFact, string>;

/** Divert all, and what happens to calls with it and with the target as chosen here. */
export function DivertNow({ manager, form }: { readonly manager: ManagerView; readonly form: Form }) {
  const { t } = useTranslation();
  const appliesToFiltered = useApp((state) => state.console?.divertAllAppliesToFiltered ?? false);
  const { divert } = wanted(form);
  const away = awayTarget(manager, divert);
  const active = assistantName(manager, manager.activeAssistant) ?? t('configure.anAssistant');
  const said = {
    name: firstName(manager.name),
    target: away === null ? targetWords(manager, divert, t) : active,
    assistant: active,
    number: manager.forwardedTo === null ? '' : formatNumber(manager.forwardedTo),
  };
  return (
    <div className="filter-controls">
      <FeatureToggle manager={manager} feature="divertAll" label={t('manager.divert')} />
      <div className="facts" role="status">
        <p className="facts__title">{t('configure.nowTitle')}</p>
        <ul className="facts__list">
          {divertNow(manager, appliesToFiltered).map((fact) => (
            <li key={fact}>{t(words[fact], said)}</li>
          ))}
          {away !== null && <li>{t('configure.targetAway', { target: away.name, assistant: active })}</li>}
        </ul>
      </div>
      <p className="field__help">{t('configure.immediatelyDivert')}</p>
    </div>
  );
}

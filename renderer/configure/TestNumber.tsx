import { ArrowRightLeft, Check, CornerDownRight } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ManagerView } from '../../shared/calls/model';
import type { DialProblem } from '../../shared/routing/dialString';
import { useApp } from '../store/context';
import { Field } from '../ui/Field';
import { wanted, type Form } from './form';
import { testNumber, type Verdict } from './verdict';
import { whereWords, whyWords } from './verdictWords';

interface TestNumberProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly manager: ManagerView;
  readonly form: Form;
}

/** Where a call would go with everything as it stands here, saved or not. */
export function TestNumber({ text, onText, manager, form }: TestNumberProps) {
  const { t } = useTranslation();
  const appliesToFiltered = useApp((state) => state.console?.divertAllAppliesToFiltered ?? false);
  const verdict = testNumber(text, { manager, draft: wanted(form), appliesToFiltered });
  return (
    <div className="try">
      <Field
        label={t('configure.test')}
        value={text}
        onChange={onText}
        placeholder={t('configure.testPlaceholder')}
        maxLength={64}
        error={verdict.kind === 'notANumber' ? badNumber(verdict.problem, t) : null}
      />
      <div className="try__out" role="status">
        {verdict.kind === 'nothing' && <p className="field__help">{t('configure.testHelp')}</p>}
        {verdict.kind === 'goes' && <Goes verdict={verdict} manager={manager} />}
      </div>
    </div>
  );
}

function badNumber(problem: DialProblem, t: TFunction): string {
  return problem === 'tooLong' ? t('dialProblem.tooLong') : t('configure.testBad');
}

function Goes({
  verdict,
  manager,
}: {
  readonly verdict: Extract<Verdict, { kind: 'goes' }>;
  readonly manager: ManagerView;
}) {
  const { t } = useTranslation();
  const { kind } = verdict.destination;
  const Icon = kind === 'manager' ? Check : kind === 'assistant' ? CornerDownRight : ArrowRightLeft;
  return (
    <div className={`goes goes--${kind}`}>
      <Icon size={18} aria-hidden="true" />
      <div>
        <b>{whereWords(verdict, manager, t)}</b>
        <p className="sub">{whyWords(verdict, manager, t)}</p>
      </div>
    </div>
  );
}

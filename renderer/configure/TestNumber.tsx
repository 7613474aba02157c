import { ArrowRightLeft, Check, CornerDownRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../format/number';
import { Field } from '../ui/Field';
import type { Verdict } from './verdict';

interface TestNumberProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly verdict: Verdict;
  readonly managerName: string;
}

export function TestNumber({ text, onText, verdict, managerName }: TestNumberProps) {
  const { t } = useTranslation();
  return (
    <div className="try">
      <Field
        label={t('configure.test')}
        value={text}
        onChange={onText}
        placeholder={t('configure.testPlaceholder')}
        maxLength={64}
        error={verdict.kind === 'notANumber' ? t('configure.testBad') : null}
      />
      <div className="try__out" role="status">
        {verdict.kind === 'nothing' && <p className="field__help">{t('configure.testHelp')}</p>}
        {verdict.kind === 'goes' && <Goes verdict={verdict} managerName={managerName} />}
      </div>
    </div>
  );
}

type GoesVerdict = Extract<Verdict, { kind: 'goes' }>;

function Goes({ verdict, managerName }: { readonly verdict: GoesVerdict; readonly managerName: string }) {
  const { t } = useTranslation();
  const { destination } = verdict;
  const Icon =
    destination.kind === 'manager' ? Check : destination.kind === 'assistant' ? CornerDownRight : ArrowRightLeft;
  const where =
    destination.kind === 'manager'
      ? t('configure.ringsManager', { name: managerName.split(' ')[0] })
      : destination.kind === 'number'
        ? t('configure.goesToNumber', { number: formatNumber(destination.number) })
        : t('configure.goesToAssistant', { name: verdict.destinationName ?? t('configure.anAssistant') });
  return (
    <div className={`goes goes--${destination.kind}`}>
      <Icon size={18} aria-hidden="true" />
      <div>
        <b>{where}</b>
        <p className="sub">
          <Why verdict={verdict} />
        </p>
      </div>
    </div>
  );
}

function Why({ verdict }: { readonly verdict: GoesVerdict }) {
  const { t } = useTranslation();
  if (verdict.pattern !== null) return t('configure.matches', { pattern: verdict.pattern });
  if (verdict.row === 1) return t('configure.row1');
  if (verdict.row === 2) return t('configure.row2');
  return verdict.row === 6 ? t('configure.row6') : t('configure.noMatch');
}

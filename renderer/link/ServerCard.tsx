import { Check, CircleDashed, CircleX, LoaderCircle, Minus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CheckStep, ServerCheck } from '../../shared/connection/check';
import { foundWords, problemWords, stateWord, verdictOf } from './checkWords';
import { formatMs } from './format';

const icons = { waiting: CircleDashed, running: LoaderCircle, ok: Check, failed: CircleX, skipped: Minus } as const;

/** One server and its steps, in order. */
export function ServerCard({ check }: { readonly check: ServerCheck }) {
  const { t } = useTranslation();
  const verdict = verdictOf(check, t);
  const title = `check-${check.server}`;
  return (
    <section className="check__server" aria-labelledby={title} data-tone={verdict.tone}>
      <h3 className="check__name" id={title}>
        {t(`serverTitle.${check.server}`)}
      </h3>
      <p className="check__url">
        <bdi dir="ltr">{check.url}</bdi>
      </p>
      <p className="check__verdict">{verdict.text}</p>
      <ol className="check__steps">
        {check.steps.map((step) => (
          <Step key={step.step} step={step} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step }: { readonly step: CheckStep }) {
  const { t } = useTranslation();
  const Icon = icons[step.status];
  const problem = step.status === 'failed' ? problemWords(step.problem, t) : null;
  return (
    <li className="check__step" data-status={step.status} data-step={step.step}>
      <Icon className="check__icon" size={16} aria-hidden="true" />
      <div className="check__what">
        <div className="check__line">
          <span className="check__stepName">{t(`check.step.${step.step}`)}</span>
          <span className="check__state">{stateWord(step, t)}</span>
          {(step.status === 'ok' || step.status === 'failed') && <span className="check__ms">{formatMs(step.ms)}</span>}
        </div>
        {step.status === 'ok' && (
          <p className="check__found">
            <bdi>{foundWords(step.found, t)}</bdi>
          </p>
        )}
        {problem !== null && (
          <p className="check__problem">
            <b>{problem.what}</b> {problem.how}
            {step.status === 'failed' && (
              <code className="check__code" dir="ltr">
                {step.problem} · {step.detail}
              </code>
            )}
          </p>
        )}
      </div>
    </li>
  );
}

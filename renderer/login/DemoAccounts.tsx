import { useTranslation } from 'react-i18next';
import type { SignInView } from '../../shared/bridge';

type Account = NonNullable<SignInView['demo']>['accounts'][number];

interface DemoAccountsProps {
  readonly accounts: readonly Account[];
  readonly isDisabled: boolean;
  readonly onChoose: (userId: string) => void;
}

/** Who can be played in the demo: one click, or an arrow and Enter. */
export function DemoAccounts({ accounts, isDisabled, onChoose }: DemoAccountsProps) {
  const { t } = useTranslation();
  return (
    <section className="demo" aria-labelledby="demo-title">
      <h3 className="demo__title" id="demo-title">
        {t('login.demoTitle')}
      </h3>
      <ul className="demo__list" onKeyDown={walk}>
        {accounts.map(({ userId, name, mode, managers }) => (
          <li key={userId}>
            <button
              type="button"
              className="demo__account"
              aria-disabled={isDisabled}
              onClick={() => !isDisabled && onChoose(userId)}
            >
              <span className="demo__name" dir="auto">
                {name}
              </span>
              <span className="demo__facts">
                {t('login.demoFacts', { mode: t(`status.${mode}`), managers: t('manager.count', { count: managers }) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Arrows go from one to the next in reading order, Tab too. */
function walk(event: React.KeyboardEvent<HTMLUListElement>): void {
  const [left, right] = document.documentElement.dir === 'rtl' ? [1, -1] : [-1, 1];
  const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, ArrowLeft: left, ArrowRight: right };
  const step = steps[event.key] ?? 0;
  if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const next = buttons[at + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

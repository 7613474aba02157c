import { ArrowRightLeft, Check, CornerDownRight } from 'lucide-react';
import type { RouteDecision } from '../../../shared/routing/route';
import type { ManagerPage } from '../managerProtocol';
import { t } from './strings/i18n';
import { TextBox } from './TextBox';
import type { Verdict } from './verdict';
import { isolated } from './words';

interface TestNumberProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly verdict: Verdict;
  readonly page: ManagerPage;
}

export function TestNumber({ text, onText, verdict, page }: TestNumberProps) {
  return (
    <div className="try">
      <TextBox
        label={t('test.label')}
        value={text}
        onChange={onText}
        placeholder={t('test.placeholder')}
        error={verdict === 'notANumber' ? t('test.bad') : null}
      />
      <div className="try__out" role="status">
        {verdict === 'nothing' && <p className="field__help">{t('test.help')}</p>}
        {typeof verdict === 'object' && <Goes verdict={verdict} page={page} />}
      </div>
    </div>
  );
}

function Goes({ verdict, page }: { readonly verdict: RouteDecision; readonly page: ManagerPage }) {
  const { destination } = verdict;
  const icons = { manager: Check, assistant: CornerDownRight, number: ArrowRightLeft };
  const Icon = icons[destination.kind];
  return (
    <div className={`goes goes--${destination.kind}`}>
      <Icon size={18} aria-hidden="true" />
      <div>
        <b>{where(destination, page)}</b>
        <p className="sub">{why(verdict)}</p>
      </div>
    </div>
  );
}

function where(destination: RouteDecision['destination'], { manager }: ManagerPage): string {
  if (destination.kind === 'manager') return t('test.ringsYou');
  if (destination.kind === 'number') return t('test.goesTo', { name: destination.number });
  const assistant = manager.assistants.find(({ userId }) => userId === destination.userId);
  return t('test.goesTo', { name: assistant ? isolated(assistant.name) : t('filter.anAssistant') });
}

function why({ pattern, row }: RouteDecision): string {
  if (pattern !== null) return t('test.matches', { pattern });
  if (row === 1 || row === 2 || row === 6) return t(`test.row${row}`);
  return t('test.noMatch');
}

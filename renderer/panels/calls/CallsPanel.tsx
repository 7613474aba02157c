/** My Calls (product §6): own lines, manager lines, intercom, each with its calls. */
import { PhoneIncoming, PlugZap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../../store/context';
import { EmptyState } from '../../ui/EmptyState';
import { Panel } from '../../ui/Panel';
import { CallList } from './CallList';
import { HalfDoneBars } from './HalfDoneBar';
import { RingingMark } from './RingingMark';
import './calls.css';

export function CallsPanel() {
  const { t } = useTranslation();
  const count = useApp((state) => state.console?.calls.length ?? 0);
  const hasLines = useApp((state) => (state.console?.lines.length ?? 0) > 0);
  const offline = useApp((state) => state.console?.me.online === false);
  return (
    <Panel
      name="calls"
      title={t('call.panel')}
      count={{ value: count, label: t('call.count', { count }) }}
      facts
      actions={<RingingMark />}
    >
      <HalfDoneBars />
      {offline && (
        <p className="calls__offline">
          <PlugZap size={15} aria-hidden="true" />
          <span>
            <strong>{t('call.offline')}</strong> {t('call.offlineText')}
          </span>
        </p>
      )}
      {hasLines ? (
        <CallList />
      ) : (
        <EmptyState icon={<PhoneIncoming size={22} />} title={t('call.noLines')} text={t('call.noLinesText')} />
      )}
      {hasLines && count === 0 && (
        <div className="calls__quiet">
          <EmptyState icon={<PhoneIncoming size={22} />} title={t('call.quiet')} text={t('call.quietText')} />
        </div>
      )}
    </Panel>
  );
}

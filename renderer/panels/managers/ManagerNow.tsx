import { Bell, CornerUpRight, Pause, Phone, PhoneOutgoing, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { UserId } from '../../../shared/ids';
import { formatNumber } from '../../format/number';
import { ringingHereFor } from '../../store/selectors';
import { useApp } from '../../store/context';
import { Duration } from '../../ui/Duration';
import { partyName } from '../calls/callWords';
import { useManager } from './useManager';

/** What the manager's phone does now, or that a call for the manager rings here. */
export function ManagerNow({ managerId }: { readonly managerId: UserId }) {
  const { t } = useTranslation();
  const manager = useManager(managerId);
  const here = useApp((state) => (state.console === null ? null : ringingHereFor(state.console, managerId)));
  if (manager === null) return null;
  if (here !== null) {
    return <Now tone="ring" Icon={Bell} word={t('manager.ringingYou')} party={partyName(here.party, t)} here />;
  }
  const call = manager.currentCall;
  if (call === null) {
    if (manager.forwardedTo === null) return <span className="phone-now phone-now--idle">{t('manager.idle')}</span>;
    const number = formatNumber(manager.forwardedTo);
    return (
      <Now
        tone="away"
        Icon={CornerUpRight}
        word={t('manager.forwardedWord')}
        party={t('manager.forwardedShort', { number })}
      />
    );
  }
  const party = partyName(call.party, t);
  switch (call.state) {
    case 'alerting':
      return <Now tone="ring" Icon={Bell} word={t('manager.ringing')} party={party} since={call.since} />;
    case 'connected':
      return <Now tone="live" Icon={Phone} word={t('manager.inCall')} party={party} since={call.since} />;
    case 'hold':
      return <Now tone="hold" Icon={Pause} word={t('manager.hold')} party={party} since={call.since} />;
    case 'initiated':
      return <Now tone="live" Icon={PhoneOutgoing} word={t('manager.calling')} party={party} since={call.since} />;
    case 'queued':
      return <Now tone="live" Icon={PhoneOutgoing} word={t('manager.busy')} party={party} since={call.since} />;
    case 'fail':
      return <Now tone="bad" Icon={TriangleAlert} word={t('manager.failed')} party={party} />;
  }
}

interface NowProps {
  readonly tone: 'ring' | 'live' | 'hold' | 'away' | 'bad';
  readonly Icon: LucideIcon;
  readonly word: string;
  readonly party: string;
  readonly since?: number;
  /** It rings at this desk: the whole row shows it. */
  readonly here?: boolean;
}

function Now({ tone, Icon, word, party, since, here = false }: NowProps) {
  return (
    <span className={`phone-now phone-now--${tone}`} data-here={here ? '' : undefined}>
      <span className="phone-now__line">
        <Icon className="phone-now__icon" size={13} aria-hidden="true" />
        <b className="phone-now__word ellipsis">{word}</b>
        {since !== undefined && <Duration since={since} className="phone-now__time" />}
      </span>
      <span className="sub ellipsis" dir="auto" title={party}>
        {party}
      </span>
    </span>
  );
}

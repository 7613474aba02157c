import { useTranslation } from 'react-i18next';
import type { ManagerView } from '../../../shared/calls/model';
import { formatNumber } from '../../format/number';
import { ringingHereFor } from '../../store/selectors';
import { useApp } from '../../store/context';
import { Duration } from '../../ui/Duration';
import { partyName } from '../calls/callWords';

/** What the manager's phone does now, or that a call for the manager rings here. */
export function ManagerNow({ manager }: { readonly manager: ManagerView }) {
  const { t } = useTranslation();
  const here = useApp((state) => (state.console === null ? null : ringingHereFor(state.console, manager.managerId)));
  if (here !== null) return <Now tone="ring" word={t('manager.ringingYou')} party={partyName(here.party, t)} />;
  const call = manager.currentCall;
  if (call === null) {
    if (manager.forwardedTo === null) return <span className="now now--idle">{t('manager.idle')}</span>;
    const number = formatNumber(manager.forwardedTo);
    return <Now tone="idle" word={t('manager.idle')} party={t('manager.forwarded', { number })} />;
  }
  const party = partyName(call.party, t);
  switch (call.state) {
    case 'alerting':
      return <Now tone="ring" word={t('manager.ringing')} party={party} />;
    case 'connected':
      return <Now tone="live" word={t('manager.inCall')} party={party} since={call.since} />;
    case 'hold':
      return <Now tone="hold" word={t('manager.hold')} party={party} since={call.since} />;
    case 'initiated':
      return <Now tone="live" word={t('manager.calling')} party={party} />;
    case 'queued':
      return <Now tone="live" word={t('manager.busy')} party={party} />;
    case 'fail':
      return <Now tone="bad" word={t('manager.failed')} party={party} />;
  }
}

interface NowProps {
  readonly tone: 'ring' | 'live' | 'hold' | 'idle' | 'bad';
  readonly word: string;
  readonly party: string;
  readonly since?: number;
}

function Now({ tone, word, party, since }: NowProps) {
  return (
    <span className={`now now--${tone}`}>
      <b className="now__word">
        {word}
        {since !== undefined && (
          <>
            {' '}
            <Duration since={since} />
          </>
        )}
      </b>
      <span className="sub ellipsis" title={party}>
        {party}
      </span>
    </span>
  );
}

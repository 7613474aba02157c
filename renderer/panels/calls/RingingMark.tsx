/** In the head of the panel: how many ring here, and since when the first has waited. Nothing moves when it comes. */
import { Bell } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { longestWaiting, ringsHere } from '../../store/selection';
import { useApp } from '../../store/context';
import { Duration } from '../../ui/Duration';

export function RingingMark() {
  const { t } = useTranslation();
  const count = useApp((state) => state.console?.calls.filter(ringsHere).length ?? 0);
  const since = useApp((state) => longestWaiting(state.console?.calls ?? [])?.startedAt ?? null);
  if (since === null) return null;
  return (
    <span className="ringing-mark" title={t('call.waitsLongest')}>
      <Bell size={13} aria-hidden="true" className="ringing-mark__bell" />
      {t('call.ringingNow', { count })}
      <Duration since={since} />
    </span>
  );
}

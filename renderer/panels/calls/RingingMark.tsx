/** In the head of the panel: how many ring here. Nothing in the list moves when it comes. */
import { Bell } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ringsHere } from '../../store/selection';
import { useApp } from '../../store/context';

export function RingingMark() {
  const { t } = useTranslation();
  const count = useApp((state) => state.console?.calls.filter(ringsHere).length ?? 0);
  if (count === 0) return null;
  return (
    <span className="ringing-mark">
      <Bell size={13} aria-hidden="true" className="ringing-mark__bell" />
      {t('call.ringingNow', { count })}
    </span>
  );
}

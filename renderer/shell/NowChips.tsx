/** Beside the buttons: which call they would act on, and who rings meanwhile, also while My Calls is out of sight. */
import { Bell } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { callerName, partyName } from '../panels/calls/callWords';
import { longestWaiting, ringsHere } from '../store/selection';
import { managerOf } from '../store/selectors';
import { useActions, useApp } from '../store/context';
import { Duration } from '../ui/Duration';

export function NowChips() {
  return (
    <div className="now">
      <SelectedChip />
      <RingingChip />
    </div>
  );
}

/** The card in My Calls says the same to a screen reader. */
function SelectedChip() {
  const { t } = useTranslation();
  const call = useApp((state) => state.console?.calls.find((one) => one.connectionId === state.selected));
  const manager = useApp((state) =>
    call?.managerId == null || state.console === null ? null : managerOf(state.console, call.managerId),
  );
  if (!call) return null;
  return (
    <div
      className="now__chip"
      data-call-tone={ringsHere(call) ? 'ringing' : call.state}
      aria-hidden="true"
      key={call.connectionId}
    >
      <i className="now__dot" />
      <span className="now__who ellipsis" dir="auto">
        {manager === null ? callerName(call, t) : t('call.chip', { manager: manager.name, name: callerName(call, t) })}
      </span>
      <Duration since={call.answeredAt ?? call.startedAt} className="now__time" />
    </div>
  );
}

/** The call that has waited longest, unless the buttons act on a ringing call anyway. A press chooses it. */
function RingingChip() {
  const { t } = useTranslation();
  const { select } = useActions();
  const call = useApp((state) => {
    const calls = state.console?.calls ?? [];
    const selected = calls.find(({ connectionId }) => connectionId === state.selected);
    return selected !== undefined && ringsHere(selected) ? null : longestWaiting(calls);
  });
  const more = useApp((state) => (state.console?.calls.filter(ringsHere).length ?? 0) - 1);
  const manager = useApp((state) =>
    call?.managerId == null || state.console === null ? null : managerOf(state.console, call.managerId),
  );
  if (call === null) return null;
  const caller = partyName(call.party, t);
  const name = manager === null ? caller : t('call.chip', { manager: manager.name, name: caller });
  return (
    <button
      type="button"
      className="now__chip now__chip--ringing"
      aria-label={t('toolbar.chooseRinging', { name })}
      onClick={() => select(call.connectionId)}
    >
      <Bell size={14} aria-hidden="true" className="now__bell" />
      <span className="now__who ellipsis" dir="auto">
        {name}
      </span>
      {more > 0 && <span className="now__more">{t('call.more', { count: more })}</span>}
      <Duration since={call.startedAt} className="now__time" />
    </button>
  );
}

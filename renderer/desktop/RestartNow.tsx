import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOnThePhone } from '../../shared/desktop/onThePhone';
import { useActions, useApp } from '../store/context';

/** Into the version that is ready. During a call it stays reachable and says why it waits. */
export function RestartNow() {
  const { t } = useTranslation();
  const { ask, toast } = useActions();
  const inCall = useApp((state) => isOnThePhone(state.console));
  const [restarting, setRestarting] = useState(false);
  const id = useId();
  const restart = async (): Promise<void> => {
    setRestarting(true);
    const answer = await ask('installUpdate', {}).catch(() => null);
    if (answer?.status === 'restarting') return;
    setRestarting(false);
    // A call that came in with the press.
    toast('info', t(answer?.status === 'inCall' ? 'update.inCall' : 'update.failed.other'));
  };
  return (
    <>
      {inCall && (
        <span className="update__why" id={id}>
          {t('update.inCall')}
        </span>
      )}
      <button
        type="button"
        className="button banner__button"
        aria-disabled={inCall || restarting}
        aria-describedby={inCall ? id : undefined}
        data-pending={restarting ? '' : undefined}
        onClick={() => {
          if (!inCall && !restarting) void restart();
        }}
      >
        {t(restarting ? 'update.restarting' : 'update.restart')}
      </button>
    </>
  );
}

import { useTranslation } from 'react-i18next';
import type { Dn } from '../../shared/ids';
import { serviceReason } from '../commands/target';
import { outgoingLine } from '../store/selectors';
import { useActions, useApp, useAppHandle } from '../store/context';

interface Dial {
  /** False where a call cannot be made now; `reason` says why. */
  readonly dial: (to: Dn) => boolean;
  readonly reason: string | null;
}

/** Makes a call from the assistant's own line. */
export function useDial(): Dial {
  const { t } = useTranslation();
  const { store } = useAppHandle();
  const { send } = useActions();
  const notNow = useApp(serviceReason);
  const hasLine = useApp((state) => state.console !== null && outgoingLine(state.console) !== null);
  const reason = notNow !== null ? t(`reason.${notNow}`) : hasLine ? null : t('top.noLine');
  return {
    reason,
    dial: (to) => {
      const state = store.getState();
      const line = state.console === null ? null : outgoingLine(state.console);
      if (line === null || serviceReason(state) !== null) return false;
      send({ type: 'makeCall', lineId: line.lineId, to });
      return true;
    },
  };
}

/** Everything that can be done with somebody's number: call, and send or add the selected call to it. */
import { useTranslation } from 'react-i18next';
import type { Dn } from '../../../shared/ids';
import { cleanDialString } from '../../../shared/routing/dialString';
import { target } from '../../commands/target';
import { useDial } from '../../hooks/useDial';
import { useAppHandle } from '../../store/context';
import type { MenuEntry } from '../../ui/ContextMenu';

export interface Reach {
  /** Why no call can be made now; null where it can. */
  readonly callReason: string | null;
  readonly call: (number: string) => void;
  readonly transfer: (number: string) => void;
  /** Call, transfer to, consult with, add to conference; what cannot act says why. */
  readonly entries: (number: string) => MenuEntry[];
}

export function useReach(): Reach {
  const { t } = useTranslation();
  const { store, actions } = useAppHandle();
  const { dial, reason: callReason } = useDial();

  const withNumber = (number: string, act: (to: Dn) => void): void => {
    const cleaned = cleanDialString(number);
    if (cleaned.ok) act(cleaned.value);
    else actions.toast('bad', t(`dialProblem.${cleaned.error}`));
  };
  const call = (number: string): void =>
    withNumber(number, (to) => {
      if (!dial(to) && callReason !== null) actions.toast('warn', callReason);
    });
  const send = (what: 'transfer' | 'consultTransfer' | 'consultConference', number: string): void =>
    withNumber(number, (to) => {
      const found = target(what, store.getState());
      if (!found.ok) {
        actions.toast('warn', t(`reason.${found.reason}`));
        return;
      }
      const { connectionId } = found.call;
      if (what === 'transfer') actions.send({ type: 'transfer', connectionId, to });
      else
        actions.send({
          type: 'consult',
          connectionId,
          to,
          purpose: what === 'consultTransfer' ? 'transfer' : 'conference',
        });
    });
  const reasonOf = (what: 'transfer' | 'consultTransfer' | 'consultConference'): string | null => {
    const found = target(what, store.getState());
    return found.ok ? null : t(`reason.${found.reason}`);
  };
  return {
    callReason,
    call,
    transfer: (number) => send('transfer', number),
    entries: (number) => [
      {
        kind: 'action',
        id: 'call',
        label: t('speedDial.call'),
        keys: 'Enter',
        reason: callReason,
        onAction: () => call(number),
      },
      {
        kind: 'action',
        id: 'transfer',
        label: t('speedDial.transfer'),
        reason: reasonOf('transfer'),
        onAction: () => send('transfer', number),
      },
      {
        kind: 'action',
        id: 'consult',
        label: t('speedDial.consult'),
        reason: reasonOf('consultTransfer'),
        onAction: () => send('consultTransfer', number),
      },
      {
        kind: 'action',
        id: 'conference',
        label: t('speedDial.conference'),
        reason: reasonOf('consultConference'),
        onAction: () => send('consultConference', number),
      },
    ],
  };
}

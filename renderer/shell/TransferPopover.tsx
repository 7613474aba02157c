import type { RefObject } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Dn } from '../../shared/ids';
import { target } from '../commands/target';
import { callerName } from '../panels/calls/callWords';
import { useActions, useApp, useAppHandle } from '../store/context';
import { TransferField } from './TransferField';
import './transfer.css';

/** Blind transfer: one field, Enter sends the selected call on. */
export function TransferPopover({ trigger }: { readonly trigger: RefObject<HTMLButtonElement | null> }) {
  const { t } = useTranslation();
  const app = useAppHandle();
  const { send, close, toast } = useActions();
  const isOpen = useApp((state) => state.overlay?.kind === 'reach');
  const call = useApp((state) => state.console?.calls.find((one) => one.connectionId === state.selected));
  if (!call) return null;
  const name = callerName(call, t);

  const transfer = (to: Dn): void => {
    const found = target('transfer', app.store.getState());
    close();
    if (found.ok) send({ type: 'transfer', connectionId: found.call.connectionId, to });
    else toast('warn', t(`reason.${found.reason}`));
  };
  return (
    <Popover
      className="popover transfer"
      triggerRef={trigger}
      isOpen={isOpen}
      onOpenChange={(open) => !open && close()}
      placement="bottom start"
      offset={8}
    >
      <Dialog className="transfer__dialog" aria-label={t('transfer.title', { name })}>
        <TransferField title={t('transfer.title', { name })} onTransfer={transfer} />
      </Dialog>
    </Popover>
  );
}

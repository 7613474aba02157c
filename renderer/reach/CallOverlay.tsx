import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Keypad } from '../keypad/Keypad';
import { callerName } from '../panels/calls/callWords';
import { useApp } from '../store/context';
import { callOf, type Overlay } from '../store/overlay';
import { CallPopover } from './CallPopover';
import { ChoosePartner } from './ChoosePartner';
import { purposeWords } from './purpose';
import { ReachField } from './ReachField';
import { RedirectTarget } from './RedirectTarget';

/** One of the overlays about a call. */
export function CallOverlay({ overlay }: { readonly overlay: Overlay }) {
  return overlay.kind === 'redirectTarget' ? <RedirectTarget /> : <ForCall overlay={overlay} />;
}

function ForCall({ overlay }: { readonly overlay: Overlay }): ReactNode {
  const { t } = useTranslation();
  const connectionId = callOf(overlay);
  const call = useApp((state) => state.console?.calls.find((one) => one.connectionId === connectionId));
  if (call === undefined) return null;
  const name = callerName(call, t);
  switch (overlay.kind) {
    case 'reach':
      return (
        <CallPopover
          key={`${overlay.purpose} ${call.connectionId}`}
          command={overlay.purpose}
          label={t(purposeWords[overlay.purpose].title, { name })}
        >
          <ReachField purpose={overlay.purpose} call={call} />
        </CallPopover>
      );
    case 'choosePartner':
      return (
        <CallPopover
          key={`${overlay.command} ${call.connectionId}`}
          command={overlay.command}
          label={t(overlay.command === 'join' ? 'reach.joinTitle' : 'reach.directTitle', { name })}
        >
          <ChoosePartner command={overlay.command} call={call} />
        </CallPopover>
      );
    case 'keypad':
      return (
        <CallPopover key={`keypad ${call.connectionId}`} command="keypad" label={t('reach.keypadTitle', { name })}>
          <Keypad call={call} />
        </CallPopover>
      );
    default:
      return null;
  }
}

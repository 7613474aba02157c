/** What the context menus of My Calls hold: every command for a call, and what can be done from a line. */
import { assertNever } from '../../../shared/assertNever';
import type { CallView, LineView } from '../../../shared/calls/model';
import { cleanDialString } from '../../../shared/routing/dialString';
import { dialFieldId, focusField } from '../../commands/focus';
import { serviceReason } from '../../commands/target';
import { formatNumber } from '../../format/number';
import type { App } from '../../store/app';
import { ringsHere } from '../../store/selection';
import { t } from '../../strings/i18n';
import type { MenuEntry } from '../../ui/ContextMenu';
import type { CommandName } from '../../commands/names';

const line: MenuEntry = { kind: 'line' };
const commands = (...names: CommandName[]): MenuEntry[] => names.map((name) => ({ kind: 'command', name }));

/** All of them, in the order of the toolbar; what cannot act says why. */
export function callEntries(call: Pick<CallView, 'consultation' | 'state' | 'direction'>): MenuEntry[] {
  return [
    // Answer takes whichever rings longest: on a call that does not ring it would mean another one.
    ...(ringsHere(call) ? commands('answer') : []),
    ...commands('hangUp', 'holdResume'),
    line,
    ...(call.consultation === null ? [] : [...commands('complete', 'cancelConsult'), line]),
    ...commands('transfer', 'consultTransfer', 'directTransfer', 'consultConference', 'join'),
    line,
    ...commands('redirect', 'toVoicemail', 'keypad'),
    line,
    ...commands('speedDialFromCall'),
  ];
}

/** The keyboard's way of dropping a number on a line: what stands in the dial field is called from it. */
export function lineEntries(view: LineView, app: App): MenuEntry[] {
  const { store, actions } = app;
  const { dialText } = store.getState();
  const typed = cleanDialString(dialText);
  const call: MenuEntry = typed.ok
    ? {
        kind: 'action',
        id: 'callFromLine',
        label: t('call.callFromLine', { number: formatNumber(typed.value) }),
        reason: reasonNotToCall(app),
        onAction: () => {
          actions.setDialText('');
          actions.send({ type: 'makeCall', lineId: view.lineId, to: typed.value });
        },
      }
    : {
        kind: 'action',
        id: 'callFromLine',
        label: t('call.callFromLineEmpty'),
        reason: t('call.callFromLineHow'),
        onAction: () => focusField(dialFieldId),
      };
  switch (view.kind) {
    case 'own':
      return [call, line, ...commands('dial', 'redirectTarget')];
    case 'manager':
      return [call, line, ...commands('callManager', 'intercom', 'configureManager')];
    case 'intercom':
      return commands('intercom', 'callManager', 'configureManager');
    default:
      return assertNever(view.kind);
  }
}

function reasonNotToCall({ store }: App): string | null {
  const reason = serviceReason(store.getState());
  return reason === null ? null : t(`reason.${reason}`);
}

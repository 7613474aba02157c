/** The menu of a manager's row: everything that can be done for this manager, with the keys that do it too. */
import { useTranslation } from 'react-i18next';
import { target } from '../../commands/target';
import { cleanDialString } from '../../format/dialString';
import { useAppHandle } from '../../store/context';
import type { MenuEntry } from '../../ui/ContextMenu';
import { useConfigure } from './useConfigure';

/** More assistants than this are chosen in the dialog. */
const assistantsInMenu = 3;

export function useManagerMenu(): (key: string | null) => readonly MenuEntry[] {
  const { t } = useTranslation();
  const { store, actions } = useAppHandle();
  const configure = useConfigure();

  return (key) => {
    const state = store.getState();
    const manager = state.console?.managers.find(({ managerId }) => managerId === key);
    if (manager === undefined) return [];
    // Commands act on the selected manager.
    actions.selectManager(manager.managerId);
    const notLive = state.link.phase === 'live' ? null : t('reason.notLive');

    const call = target('transfer', state);
    const number = cleanDialString(manager.dn);
    const transfer: MenuEntry = {
      kind: 'action',
      id: 'transferHere',
      label: t('manager.transferHere'),
      reason: call.ok ? null : t(`reason.${call.reason}`),
      onAction: () => {
        const found = target('transfer', store.getState());
        if (found.ok && number.ok) {
          actions.send({ type: 'transfer', connectionId: found.call.connectionId, to: number.value });
        }
      },
    };
    const keep: MenuEntry = {
      kind: 'action',
      id: 'speedDial',
      label: t('manager.newSpeedDial'),
      onAction: () => actions.open({ kind: 'speedDial', entryId: null, name: manager.name, number: manager.dn }),
    };
    const calling: MenuEntry[] = [
      { kind: 'command', name: 'callManager' },
      { kind: 'command', name: 'intercom' },
      transfer,
      keep,
      { kind: 'line' },
      { kind: 'command', name: 'toggleDoNotDisturb' },
    ];
    const divert: MenuEntry = {
      kind: 'action',
      id: 'divertTarget',
      label: t('manager.chooseDivert'),
      onAction: () => configure(manager.managerId, 'divert'),
    };
    if (state.console?.mode === 'shared') return [...calling, { kind: 'line' }, divert];

    const others = manager.assistants.filter(({ userId }) => userId !== manager.defaultAssistant);
    const assistants = (others.length <= assistantsInMenu ? others : []).map(({ userId, name }): MenuEntry => ({
      kind: 'action',
      id: `assistant:${userId}`,
      label: t('manager.makeDefault', { name }),
      reason: notLive,
      onAction: () =>
        actions.send({
          type: 'setDefaultAssistant',
          managerId: manager.managerId,
          assistantId: userId,
          was: manager.defaultAssistant,
        }),
    }));
    return [
      ...calling,
      { kind: 'command', name: 'toggleDivertAll' },
      { kind: 'command', name: 'toggleFilter' },
      { kind: 'command', name: 'toggleFilterMode' },
      { kind: 'command', name: 'toggleAssistantWatch' },
      { kind: 'command', name: 'toggleAlertTone' },
      { kind: 'line' },
      ...assistants,
      divert,
      { kind: 'command', name: 'configureManager' },
    ];
  };
}

/** A drop target that knows what to do: hint and look while something is over it, the deed at the drop, the reason where it is refused. */
import { useTranslation } from 'react-i18next';
import type { CommandName } from '../commands/names';
import { useActions, useAppHandle } from '../store/context';
import { showHint } from './dragState';
import { dropAction, type DropTarget } from './dropAction';
import { dropWords } from './dropWords';
import { dropIsSteady } from './steadyDrop';
import { useDropTarget, type DropTargetHandle } from './useDropTarget';

/** The command that a drop stands for. */
const commandOf = {
  transfer: 'transfer',
  directTransfer: 'directTransfer',
  makeCall: 'dial',
} as const satisfies Record<string, CommandName>;

export function useDropOn(target: DropTarget): DropTargetHandle {
  const { t } = useTranslation();
  const { store } = useAppHandle();
  const { intend, open, send, toast } = useActions();
  return useDropTarget(
    (payload) => {
      const state = store.getState();
      const action = dropAction(payload, target, state);
      if (action.kind === 'nothing') return 'ignore';
      showHint({ text: dropWords(action, target, state.console, t), refused: action.kind === 'refused' });
      return action.kind === 'refused' ? 'refuse' : 'take';
    },
    (payload) => {
      const action = dropAction(payload, target, store.getState());
      if (action.kind !== 'nothing' && !dropIsSteady()) {
        toast('warn', t('drag.shifted'));
        return;
      }
      switch (action.kind) {
        case 'nothing':
          return;
        case 'refused':
          toast('warn', t(action.why));
          return;
        case 'send':
          send(action.command);
          intend({ way: 'drag', command: commandOf[action.command.type], keys: null });
          return;
        case 'newSpeedDial':
          open({
            kind: 'speedDial',
            entryId: null,
            name: action.name,
            number: action.number,
            ...(action.groupId === null ? {} : { groupId: action.groupId }),
          });
          intend({ way: 'drag', command: 'newSpeedDial', keys: null });
      }
    },
  );
}

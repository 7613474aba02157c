import { useState } from 'react';
import type { ManagerView } from '../../shared/calls/model';
import type { ErrorCode } from '../../shared/protocol/errors';
import { useActions } from '../store/context';
import { changedModes, type Draft } from './draft';

export type SaveState = 'idle' | 'saving' | 'unknown' | { readonly refused: ErrorCode };

interface SaveLists {
  readonly state: SaveState;
  /** True when every changed list is stored. */
  readonly save: (draft: Draft) => Promise<boolean>;
}

/** Sends each changed list whole; stops at the first that is not taken. */
export function useSaveLists(manager: ManagerView): SaveLists {
  const { sendQuietly } = useActions();
  const [state, setState] = useState<SaveState>('idle');
  const save = async (draft: Draft): Promise<boolean> => {
    setState('saving');
    for (const mode of changedModes(draft, manager)) {
      const result = await sendQuietly({
        type: 'setPatterns',
        managerId: manager.managerId,
        mode,
        patterns: [...draft[mode]],
      });
      if (result !== 'done') {
        setState(result === 'unknown' ? 'unknown' : { refused: result.code });
        return false;
      }
    }
    setState('idle');
    return true;
  };
  return { state, save };
}

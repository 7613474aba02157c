/** The recordings of this computer, asked anew when one was deleted or begun. */
import { useEffect, useState } from 'react';
import type { RecordingInfo } from '../../shared/session/library';
import { useActions, useApp } from '../store/context';

interface Recordings {
  /** Null until they are known. */
  readonly list: readonly RecordingInfo[] | null;
  readonly failed: boolean;
  /** False where it could not be deleted. */
  readonly remove: (id: string) => Promise<boolean>;
}

export function useRecordings(): Recordings {
  const { ask } = useActions();
  const recorder = useApp((state) => state.recorder);
  const [list, setList] = useState<readonly RecordingInfo[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [round, setRound] = useState(0);

  useEffect(() => {
    let wanted = true;
    void ask('recordings', {}).then(
      ({ recordings }) => {
        if (!wanted) return;
        setList(recordings);
        setFailed(false);
      },
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [ask, recorder, round]);

  return {
    list,
    failed,
    remove: async (id) => {
      const gone = await ask('deleteRecording', { id }).then(
        () => true,
        () => false,
      );
      setRound((before) => before + 1);
      return gone;
    },
  };
}

/** One export from the wish to the file: prepared, looked at, saved with the ticket of what was looked at. */
import { useEffect, useRef, useState } from 'react';
import type { ExportPreview, ExportWish } from '../../shared/session/library';
import { useActions } from '../store/context';
import { fetchFile } from './fetchFile';

export type ExportState = { readonly status: 'preparing' } | ExportPreview;

/** What became of the last attempt to save. */
export type SaveState = 'idle' | 'saving' | 'cancelled' | 'failed';

export interface ExportUnderWay {
  readonly state: ExportState;
  readonly save: SaveState;
  /** Resolves with true when the file is where the person wanted it, or on its way there. */
  readonly keep: () => Promise<boolean>;
  readonly again: () => void;
}

/** `wish` stays the same object as long as the same is meant. */
export function useExport(wish: ExportWish): ExportUnderWay {
  const { ask } = useActions();
  const [state, setState] = useState<ExportState>({ status: 'preparing' });
  const [save, setSave] = useState<SaveState>('idle');
  const [round, setRound] = useState(0);
  const busy = useRef(false);

  useEffect(() => {
    let wanted = true;
    void ask('prepareExport', wish)
      .catch((): ExportPreview => ({ status: 'failed' }))
      .then((found) => wanted && setState(found));
    return () => {
      wanted = false;
    };
  }, [ask, wish, round]);

  return {
    state,
    save,
    keep: async () => {
      // Two quick presses are one.
      if (state.status !== 'ready' || busy.current) return false;
      busy.current = true;
      setSave('saving');
      const saved = await ask('saveExport', { ticket: state.ticket }).catch(() => ({ status: 'failed' as const }));
      busy.current = false;
      const done = saved.status === 'download' ? fetchFile(saved.path, state.fileName) : saved.status;
      setSave(done === 'saved' ? 'idle' : done);
      return done === 'saved';
    },
    again: () => {
      setSave('idle');
      setState({ status: 'preparing' });
      setRound(round + 1);
    },
  };
}

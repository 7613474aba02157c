/** Sends the keys of the keypad into a call, in order. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionId } from '../../shared/ids';
import { isDigits } from '../../shared/idChecks';
import { targetAt } from '../commands/target';
import { useAppHandle } from '../store/context';
import { answered, next, noTones, press, refused, type ToneQueue } from './toneQueue';

export interface Tones {
  readonly queue: ToneQueue;
  readonly problem: string | null;
  readonly send: (digits: string) => void;
}

export function useTones(connectionId: ConnectionId): Tones {
  const { t } = useTranslation();
  const { store, actions } = useAppHandle();
  const [queue, setQueue] = useState(noTones);
  const [problem, setProblem] = useState<string | null>(null);
  // The queue itself; what is shown follows it.
  const now = useRef(noTones);

  const change = (to: ToneQueue): void => {
    now.current = to;
    setQueue(to);
  };
  const reasonNot = (): string | null => {
    const state = store.getState();
    const call = state.console?.calls.find((one) => one.connectionId === connectionId);
    if (call === undefined) return t('reason.noCall');
    const possible = targetAt('sendDigits', call, state);
    return possible.ok ? null : t(`reason.${possible.reason}`);
  };
  const flush = async (): Promise<void> => {
    const before = now.current;
    const going = next(before);
    if (going === before) return;
    change(going);
    const result = isDigits(going.out)
      ? await actions.sendQuietly({ type: 'sendDigits', connectionId, digits: going.out })
      : 'done';
    if (result === 'done') {
      change(answered(now.current));
      await flush();
      return;
    }
    const lost = now.current.out + now.current.waiting;
    change(refused(now.current));
    const why = result === 'unknown' ? t('reach.unsure') : t(`error.${result.code}`);
    setProblem(t('reach.keypadNotSent', { digits: lost, why }));
  };
  return {
    queue,
    problem,
    send: (digits) => {
      if (digits === '') return;
      const why = reasonNot();
      setProblem(why);
      if (why !== null) return;
      change(press(now.current, digits));
      void flush();
    },
  };
}

/** The field of a transfer: what is typed, whom it can mean, what is wrong with it, and sending it. Nothing typed is lost by a refusal. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../shared/calls/model';
import { cleanDialString, looksLikeNumber } from '../../shared/routing/dialString';
import { targetAt } from '../commands/target';
import { spokenName } from '../format/person';
import { fitting, isAnswered } from '../hooks/fitting';
import { useDirectory } from '../hooks/useDirectory';
import { useActions, useApp, useAppHandle } from '../store/context';
import { reachCommand, type Purpose } from './purpose';
import { recentOf, remember } from './recent';
import { suggestions, type ReachTarget } from './suggestions';
import { targetProblem } from './targetCheck';

const nobody: readonly never[] = [];

export interface Reach {
  readonly text: string;
  readonly type: (text: string) => void;
  readonly hits: readonly ReachTarget[];
  /** The suggestion that Enter takes; -1 where it takes the number that was typed. */
  readonly marked: number;
  readonly mark: (step: 1 | -1) => void;
  /** The number that Enter would reach, where it is known. */
  readonly to: { readonly name: string; readonly number: string } | null;
  readonly problem: string | null;
  readonly nobody: boolean;
  readonly sending: boolean;
  readonly submit: () => Promise<void>;
  readonly take: (target: ReachTarget) => Promise<void>;
}

export function useReach(purpose: Purpose, call: CallView): Reach {
  const { t } = useTranslation();
  const { store } = useAppHandle();
  const { close, sendQuietly } = useActions();
  const directory = useDirectory();
  const managers = useApp((state) => state.console?.managers) ?? nobody;
  const me = useApp((state) => state.console?.me.userId);
  const speedDials = useApp((state) => state.speedDials);
  const history = useApp((state) => state.history);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);

  const { answer } = directory;
  const typedNumber = looksLikeNumber(text) ? cleanDialString(text) : null;
  const answered = isAnswered(answer, text);
  const found = fitting(answer, text);
  const hits = suggestions(text, { managers, speedDials, history, recent: recentOf(me) }, found);
  // A number is taken as it stands, and nobody is meant by an empty field, until the arrows say otherwise.
  const byItself = typedNumber !== null || text.trim() === '' ? -1 : 0;
  const marked = Math.min(chosen ?? byItself, hits.length - 1);
  const active = hits[marked];

  /** What is wrong; null where it went through, or where nothing is left to be done. */
  const attempt = async (name: string, written: string): Promise<string | null> => {
    const number = cleanDialString(written);
    if (!number.ok) return t(`dialProblem.${number.error}`);
    const state = store.getState();
    const now = state.console?.calls.find(({ connectionId }) => connectionId === call.connectionId);
    if (state.console === null || now === undefined) return null;
    const wrong = targetProblem(number.value, now, state.console);
    if (wrong !== null) return t(`reach.${wrong}`);
    const possible = targetAt(purpose, now, state);
    if (!possible.ok) return t(`reason.${possible.reason}`);
    setSending(true);
    const result = await sendQuietly(reachCommand(purpose, call.connectionId, number.value));
    setSending(false);
    if (typeof result !== 'string') return t(`error.${result.code}`);
    if (me !== undefined) remember(me, { name, number: number.value });
    // Stays with what was typed: the truth closes it, or it can be pressed again.
    if (result === 'unknown') return null;
    // Another call may have been chosen meanwhile, and something else may lie over the panels.
    const { overlay } = store.getState();
    if (overlay?.kind === 'reach' && overlay.connectionId === call.connectionId) close();
    return null;
  };
  const send = async (name: string, written: string): Promise<void> => {
    if (sending) return;
    setProblem(null);
    setProblem(await attempt(name, written));
  };
  /** Typed faster than the answer came: waits for the answer to exactly this text. */
  const ask = async (): Promise<void> => {
    const fresh = await directory.submit(text);
    if (fresh === null) return;
    const first = fresh.kind === 'found' ? fresh.entries[0] : undefined;
    if (first !== undefined) await send(spokenName(first), first.number);
    else setProblem(t(fresh.kind === 'unavailable' ? 'directory.notNow' : 'reach.nobody'));
  };

  return {
    text,
    hits,
    marked,
    problem,
    sending,
    nobody: typedNumber === null && answered && hits.length === 0,
    to:
      active !== undefined
        ? { name: active.name, number: active.number }
        : typedNumber?.ok
          ? { name: '', number: typedNumber.value }
          : null,
    type: (typed) => {
      setText(typed);
      setChosen(null);
      setProblem(null);
      if (looksLikeNumber(typed)) directory.clear();
      else directory.type(typed);
    },
    mark: (step) => setChosen(Math.max(Math.min(marked + step, hits.length - 1), byItself)),
    take: (target) => send(target.name, target.number),
    submit: async () => {
      const isSure = chosen !== null || answered || active?.source !== 'directory';
      if (active !== undefined && isSure) await send(active.name, active.number);
      else if (typedNumber !== null) await send('', text);
      else if (text.trim() === '') setProblem(t('reach.empty'));
      else await ask();
    },
  };
}

/** Two people are connected with each other by two events; on a busy computer they come one by one, and are one piece of news all the same. */
import type { BridgePush } from '../../shared/bridge';
import type { CallView } from '../../shared/calls/model';
import { t } from '../strings/i18n';
import type { Pace } from './batches';
import { callerOf, transferredBy } from './changes';
import type { Notice } from './notices';
import type { AppState } from './state';

/** Milliseconds between the two; nobody transfers two calls one after the other in less. */
const together = 2_000;

export interface PutThrough {
  /** The notices of a push, with the second half of a transfer told as the whole. */
  readonly inOne: (before: AppState, push: BridgePush, notices: Notice[]) => Notice[];
}

/** `takeBack` is given the text of the message that said only half of it. */
export function joinPutThrough({ now }: Pick<Pace, 'now'>, takeBack: (text: string) => void): PutThrough {
  let half: { readonly call: CallView; readonly at: number } | null = null;
  const said = (call: CallView): string => t('toast.transferred', { caller: callerOf(call) });
  return {
    inOne: (before, push, notices) => {
      const [call, other] =
        push.kind === 'events'
          ? transferredBy(
              before,
              push.events.map(({ event }) => event),
            )
          : [];
      if (call === undefined) return notices;
      const first = half !== null && now() - half.at < together ? half.call : null;
      half = first === null && other === undefined ? { call, at: now() } : null;
      if (first === null || other !== undefined) return notices;
      takeBack(said(first));
      const text = t('toast.putThrough', { one: callerOf(first), other: callerOf(call) });
      return notices.map((notice) =>
        notice.kind === 'toast' && notice.text === said(call) ? { ...notice, text } : notice,
      );
    },
  };
}

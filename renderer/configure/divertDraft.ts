/** The divert target while it is being chosen: every kind keeps what was given for it, so that looking at another loses nothing. */
import type { DivertTarget } from '../../shared/calls/model';
import type { UserId } from '../../shared/ids';
import { fail, ok, type Result } from '../../shared/result';
import { cleanDialString, type DialProblem } from '../../shared/routing/dialString';

export interface DivertDraft {
  readonly kind: DivertTarget['kind'];
  readonly userId: UserId | null;
  /** As typed. */
  readonly number: string;
}

export type DivertProblem = 'noAssistant' | DialProblem;

export function draftOf(target: DivertTarget): DivertDraft {
  return {
    kind: target.kind,
    userId: target.kind === 'assistant' ? target.userId : null,
    number: target.kind === 'number' ? target.number : '',
  };
}

export function targetOf(draft: DivertDraft): Result<DivertTarget, DivertProblem> {
  switch (draft.kind) {
    case 'activeAssistant':
    case 'none':
      return ok({ kind: draft.kind });
    case 'assistant':
      return draft.userId === null ? fail('noAssistant') : ok({ kind: 'assistant', userId: draft.userId });
    case 'number': {
      const number = cleanDialString(draft.number);
      return number.ok ? ok({ kind: 'number', number: number.value }) : number;
    }
  }
}

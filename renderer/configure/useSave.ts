import { useEffect, useState } from 'react';
import type { ManagerView } from '../../shared/calls/model';
import type { Command } from '../../shared/protocol/commands';
import type { CommandRefusal } from '../../shared/bridge';
import { useActions, useApp } from '../store/context';
import { changedParts, wanted, type Form } from './form';
import { samePart, type Part, type Parts } from './parts';

type Sent = { readonly parts: readonly Part[]; readonly what: Parts };

type SaveStep =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  /** Taken; the screen follows with the service's event. */
  | { readonly kind: 'taken'; readonly sent: Sent }
  | { readonly kind: 'unknown'; readonly sent: Sent }
  | { readonly kind: 'refused'; readonly part: Part; readonly code: CommandRefusal['code'] };

export interface Saving {
  readonly busy: boolean;
  /** The link dropped before the answer: is the new server still being asked? Null where nothing is unknown. */
  readonly unknown: 'asking' | 'notSaved' | null;
  readonly refused: { readonly part: Part; readonly code: CommandRefusal['code'] } | null;
  /** Resolves with the part that was refused. */
  readonly save: (form: Form) => Promise<Part | null>;
  readonly forgetRefusal: () => void;
}

interface SaveInput {
  readonly manager: ManagerView;
  /** What the service has. */
  readonly now: Parts;
  /** Nothing is left to save. */
  readonly clean: boolean;
  /** Somebody else has changed what was changed here. */
  readonly conflicted: boolean;
  /** Comes with the service's own word that it has it, not with its answer. */
  readonly onSaved: () => void;
}

/** Sends each changed part, with what it replaces; stops at the first that is not taken. */
export function useSave({ manager, now, clean, conflicted, onSaved }: SaveInput): Saving {
  const { sendQuietly } = useActions();
  const { managerId } = manager;
  const [step, setStep] = useState<SaveStep>({ kind: 'idle' });
  const asking = useApp(({ pending }) =>
    pending.some(({ command }) => 'managerId' in command && command.managerId === managerId),
  );
  const sent = step.kind === 'taken' || step.kind === 'unknown' ? step.sent : null;
  const arrived = sent !== null && sent.parts.every((part) => samePart(part, sent.what, now));

  // Edited on while it was saved: from here on that is another change.
  if (arrived && !clean) setStep({ kind: 'idle' });
  useEffect(() => {
    if (arrived && clean) onSaved();
  }, [arrived, clean, onSaved]);

  const save = async (form: Form): Promise<Part | null> => {
    const what = wanted(form);
    const parts = changedParts(form, now);
    setStep({ kind: 'sending' });
    for (const part of parts) {
      const command = commandFor(part, managerId, what, form.base);
      const result = command === null ? 'done' : await sendQuietly(command);
      if (result === 'done') continue;
      setStep(
        result === 'unknown'
          ? { kind: 'unknown', sent: { parts, what } }
          : { kind: 'refused', part, code: result.code },
      );
      return result === 'unknown' ? null : part;
    }
    setStep({ kind: 'taken', sent: { parts, what } });
    return null;
  };
  return {
    busy: step.kind === 'sending' || (step.kind === 'taken' && !arrived && !conflicted && !clean),
    unknown: step.kind !== 'unknown' || arrived ? null : asking ? 'asking' : 'notSaved',
    refused: step.kind === 'refused' ? { part: step.part, code: step.code } : null,
    save,
    forgetRefusal: () => setStep((before) => (before.kind === 'refused' ? { kind: 'idle' } : before)),
  };
}

function commandFor(part: Part, managerId: ManagerView['managerId'], what: Parts, was: Parts): Command | null {
  switch (part) {
    case 'assistant':
      return what.assistant === null
        ? null
        : { type: 'setDefaultAssistant', managerId, assistantId: what.assistant, was: was.assistant };
    case 'divert':
      return { type: 'setDivertTarget', managerId, target: what.divert, was: was.divert };
    case 'inclusive':
    case 'exclusive':
      return { type: 'setPatterns', managerId, mode: part, patterns: [...what[part]], was: [...was[part]] };
  }
}

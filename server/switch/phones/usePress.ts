/** Presses keys and keeps the last refusal until the next key is pressed. */
import { useCallback, useState } from 'react';
import { press } from './link';
import type { Press } from '../web/press';

/** Resolves to true when the switch, or the service behind it, did it. */
export type PressKey = (key: Press) => Promise<boolean>;

export interface Refusal {
  /** On which phone, where that is known. */
  readonly where: string | null;
  readonly why: string;
}

export function usePress(nameOf: (phoneId: string) => string | null): {
  readonly onPress: PressKey;
  readonly refusal: Refusal | null;
  readonly forget: () => void;
} {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const onPress: PressKey = async (key) => {
    const problem = await press(key);
    const where = key.phoneId === undefined ? null : nameOf(key.phoneId);
    setRefusal(problem === null ? null : { where, why: asSentence(problem) });
    return problem === null;
  };
  const forget = useCallback(() => setRefusal(null), []);
  return { onPress, refusal, forget };
}

/** Refusals come as phrases from the switch and as sentences from the service. */
export function asSentence(text: string): string {
  const begun = text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}

import { useState } from 'react';
import type { Change } from '../managerProtocol';
import { change } from './link';
import { failureWords } from './words';

/** Makes changes and keeps what is to be said about the last one. */
export function useChange() {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const make = async (wanted: Change): Promise<boolean> => {
    setPending(true);
    const failure = await change(wanted);
    setPending(false);
    setProblem(failure === null ? null : failureWords(failure));
    return failure === null;
  };
  return { pending, problem, make };
}

import { useCallback, useState } from 'react';
import type { Press } from '../web/press';
import { press } from './link';

/** Resolves to true when the switch did it. */
export type PressKey = (key: Press) => Promise<boolean>;

/** Presses keys and keeps the last refusal until the next key is pressed. */
export function usePress(): {
  readonly onPress: PressKey;
  readonly refusal: string | null;
  readonly forget: () => void;
} {
  const [refusal, setRefusal] = useState<string | null>(null);
  const onPress = useCallback(async (key: Press) => {
    const problem = await press(key);
    setRefusal(problem);
    return problem === null;
  }, []);
  const forget = useCallback(() => setRefusal(null), []);
  return { onPress, refusal, forget };
}

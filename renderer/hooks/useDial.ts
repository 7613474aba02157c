import { useTranslation } from 'react-i18next';
import type { Dn } from '../../shared/ids';
import { callFromOwnLine, ownLineReason } from '../commands/callOut';
import { useApp, useAppHandle } from '../store/context';

interface Dial {
  /** False where a call cannot be made now; `reason` says why. */
  readonly dial: (to: Dn) => boolean;
  readonly reason: string | null;
}

/** Makes a call from the assistant's own line. */
export function useDial(): Dial {
  const { t } = useTranslation();
  const app = useAppHandle();
  const notNow = useApp(ownLineReason);
  return { reason: notNow === null ? null : t(`reason.${notNow}`), dial: (to) => callFromOwnLine(app, to) };
}

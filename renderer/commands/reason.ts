/** Why a command cannot act now: each has its sentence under `reason.`. */
import type { en } from '../strings/en';

export type Reason = keyof (typeof en)['reason'];

/** Ways the switch says no; a refused command has changed nothing. */
import { fail, type Result } from '../../../shared/result';
import type { SwitchError, SwitchErrorCode } from '../port';

export type Outcome = Result<undefined, SwitchError>;

export function refuse(code: SwitchErrorCode, message: string): { readonly ok: false; readonly error: SwitchError } {
  return fail({ code, message });
}

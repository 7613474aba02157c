/** The text of a file that was chosen: UTF-8, or what an older spreadsheet writes. */
import { fail, ok, type Result } from '../../../shared/result';

/** Bytes: several times what the longest list can be. */
export const maxFileSize = 5_000_000;

export interface FileText {
  readonly text: string;
  /** It was not UTF-8: letters with accents are a guess. */
  readonly guessed: boolean;
}

export function decode(bytes: Uint8Array): FileText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: false };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), guessed: true };
  }
}

export async function readFile(file: File): Promise<Result<FileText, 'tooLarge' | 'unreadable'>> {
  if (file.size > maxFileSize) return fail('tooLarge');
  try {
    return ok(decode(new Uint8Array(await file.arrayBuffer())));
  } catch {
    return fail('unreadable');
  }
}

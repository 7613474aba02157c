/** What a start of the console names on its command line: recordings and telephone links. Everything else on it is not for us, and obeyed by nobody here. */
import { looksLikeDialLink } from '../../shared/desktop/parseDialLink';
import type { Log } from '../core/log';
import { recordingsIn } from './recordingFiles';

export interface StartArguments {
  readonly files: readonly string[];
  readonly links: readonly string[];
  /** What was left alone, by kind: never its text, which may be a number, a path or ten megabytes. */
  readonly others: Readonly<Partial<Record<Other, number>>>;
}

type Other = 'switch' | 'otherScheme' | 'tooLong' | 'other';

/** Characters. No path and no link of ours is longer. */
const longest = 4_096;
/** A person opens one thing, or a few files at once. */
const most = 100;

/** `words` without the program itself. */
export function sortArguments(words: readonly string[], folder: string): StartArguments {
  const taken = words.slice(0, most);
  const links = taken.filter(looksLikeDialLink);
  const rest = taken.filter((word) => !looksLikeDialLink(word));
  const plain = rest.filter((word) => word.length <= longest && !word.includes('\0'));
  const files = recordingsIn(plain, folder);
  const others: Partial<Record<Other, number>> = {};
  const count = (kind: Other) => void (others[kind] = (others[kind] ?? 0) + 1);
  for (const word of rest) {
    if (!plain.includes(word)) count('tooLong');
    else if (recordingsIn([word], folder).length === 0) count(kindOf(word));
  }
  if (words.length > most) count('other');
  return { files, links, others };
}

function kindOf(word: string): Other {
  if (word.startsWith('-')) return 'switch';
  // One letter is a drive of Windows.
  return /^[a-z][a-z0-9+.-]+:/i.test(word) ? 'otherScheme' : 'other';
}

/** Chromium adds switches of its own to every second start: those are nothing to warn of. */
export function logOthers({ others }: StartArguments, log: Log): void {
  const { switch: switches, ...odd } = others;
  if (Object.keys(odd).length > 0) log.warn({ ...odd, switches: switches ?? 0 }, 'arguments that are not for us');
}

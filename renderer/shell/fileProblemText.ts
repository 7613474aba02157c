/** A file that could not be read or written, in words: what happened, where the file is now, what is in force. */
import type { TFunction } from 'i18next';
import type { FileProblem } from '../../shared/bridge';

export function fileProblemText({ file, why, keptAs, restored }: FileProblem, t: TFunction): string {
  // Not the person's file: nothing of theirs was moved, and they can only tell whose it is.
  if (file === 'presets') return t('fileProblem.presets', { path: keptAs });
  const what = t(`fileProblem.${why}`, { file: t(`fileName.${file}`) });
  if (why === 'notSaved') return what;
  const kept = keptAs === null ? t('fileProblem.inTheWay') : t('fileProblem.keptAs', { path: keptAs });
  return [what, kept, t(restored ? 'fileProblem.restored' : 'fileProblem.defaults')].join(' ');
}

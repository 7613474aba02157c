/** Files that could not be read, in words: what happened, where the file is now, what is in force. */
import type { FileProblem } from '../../shared/bridge';
import { t } from '../strings/i18n';
import type { Notice } from './notices';

export function fileNotices(problems: readonly FileProblem[]): Notice[] {
  return problems.map((problem) => ({ kind: 'toast', tone: 'warn', text: fileProblemText(problem) }));
}

export function fileProblemText({ file, why, keptAs, restored }: FileProblem): string {
  const what = t(`fileProblem.${why}`, { file: t(`fileName.${file}`) });
  const kept = keptAs === null ? t('fileProblem.inTheWay') : t('fileProblem.keptAs', { path: keptAs });
  return [what, kept, t(restored ? 'fileProblem.restored' : 'fileProblem.defaults')].join(' ');
}

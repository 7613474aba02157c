/** What is wrong, in words; limits are said with their number. */
import type { TFunction } from 'i18next';
import { speedDialLimits } from '../../../shared/console/speedDialLimits';
import type { DialProblem } from '../../../shared/routing/dialString';
import type { GroupProblem, TextProblem } from './problems';

export function nameProblemWords(problem: TextProblem, text: string, t: TFunction): string {
  if (problem === 'empty') return t('speedDial.nameEmpty');
  return t('speedDial.nameTooLong', { limit: speedDialLimits.nameLength, length: text.length });
}

export function numberProblemWords(problem: DialProblem, t: TFunction): string {
  return t(`dialProblem.${problem}`);
}

export function notesProblemWords(text: string, t: TFunction): string {
  return t('speedDial.notesTooLong', { limit: speedDialLimits.notesLength, length: text.length });
}

export function groupProblemWords(problem: GroupProblem, text: string, t: TFunction): string {
  switch (problem) {
    case 'empty':
    case 'tooLong':
      return nameProblemWords(problem, text, t);
    case 'taken':
      return t('speedDial.groupTaken');
    case 'tooMany':
      return t('speedDial.groupsFull', { limit: speedDialLimits.groups });
  }
}

/** What is wrong with a pattern, and at which character. */
import type { TFunction } from 'i18next';
import type { PatternProblem } from '../../shared/routing/pattern';

export function problemWords(problem: PatternProblem, t: TFunction): string {
  switch (problem.kind) {
    case 'starInside':
      return t('patternProblem.starInside', { at: problem.at });
    case 'badCharacter':
      return t('patternProblem.badCharacter', { at: problem.at, character: problem.character });
    case 'tooLong':
      return t('patternProblem.tooLong', { length: problem.length });
    case 'duplicate':
      return t('patternProblem.duplicate', { of: problem.of });
    case 'empty':
    case 'starAlone':
    case 'tooMany':
      return t(`patternProblem.${problem.kind}`);
  }
}

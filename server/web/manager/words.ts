/** What to say about a refusal and about a pattern's problem. */
import type { PatternProblem } from '../../../shared/routing/pattern';
import type { Failure } from '../managerProtocol';
import { t, type Key } from './strings/i18n';
import en from './strings/en.json';

export function failureWords(failure: Failure['error'] | 'unknown'): string {
  if (failure === 'unknown') return t('error.unknown');
  const { code, problems = [], retryInMs = 0 } = failure;
  if (code === 'weakPassword') return problems.map((problem) => t(`weak.${problem}`)).join(' ');
  if (code === 'lockedOut') return t('error.lockedOut', { minutes: Math.max(1, Math.ceil(retryInMs / 60_000)) });
  const key = `error.${code}`;
  return isKey(key) ? t(key) : t('error.other', { code });
}

function isKey(key: string): key is Key {
  return Object.hasOwn(en, key);
}

/** For a name inside a sentence: one that turns the direction of writing, by accident or to deceive, turns only itself. */
export function isolated(name: string): string {
  return /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/.test(name)
    ? `\u2068${name}\u2069`
    : name;
}

export function problemWords(problem: PatternProblem): string {
  switch (problem.kind) {
    case 'starInside':
      return t('problem.starInside', { at: problem.at });
    case 'badCharacter':
      return t('problem.badCharacter', { at: problem.at, character: problem.character });
    case 'tooLong':
      return t('problem.tooLong', { length: problem.length });
    case 'duplicate':
      return t('problem.duplicate', { of: problem.of });
    case 'empty':
    case 'starAlone':
    case 'tooMany':
      return t(`problem.${problem.kind}`);
  }
}

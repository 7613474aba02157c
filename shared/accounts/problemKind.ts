/** The kinds of password problems as they go over a wire. */
import { z } from 'zod';
import type { PasswordProblem } from './passwordRules';

export const PasswordProblemKind = z.enum([
  'tooShort',
  'tooLong',
  'isUserId',
  'common',
  'monotonous',
  'control',
] satisfies [PasswordProblem['kind'], ...PasswordProblem['kind'][]]);

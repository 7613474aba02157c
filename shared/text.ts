/** Text from outside that is kept or logged. */
import { z } from 'zod';
import { textPattern } from './idChecks';

export const text = z.string().regex(textPattern);

/** Text from outside that is kept or logged. */
import { z } from 'zod';

/** No control characters: nobody types one on purpose, PostgreSQL keeps no NUL, and a log or a terminal obeys some of them. */
export const text = z.string().regex(/^\P{Cc}*$/u);

/** English, the language the others are translated from. first.ts and later.ts are the lists of its areas. */
import { first } from './first';
import { later } from './later';

export const en = { ...first, ...later };

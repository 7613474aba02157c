/** English, the language the others are translated from. first.ts and later.ts are the lists of its areas; the replay is a page of its own. */
import { first } from './first';
import { later } from './later';
import replay from './replay.json';

export const en = { ...first, ...later, replay };

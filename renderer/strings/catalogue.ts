/** What a translation must have: every key of English. Plural forms may be more or fewer, as the language has them. */
import type { en } from './en';

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many';

type Base<K> = K extends `${infer Name}_other` ? Name : never;

/** `_one` and its like are the language's own affair (the catalogue test knows which it needs); everything else must be there. */
type SameKeys<T> = {
  readonly [K in keyof T as K extends `${string}_${PluralForm}` ? never : K]: T[K] extends string
    ? string
    : SameKeys<T[K]>;
} & { readonly [K in `${Base<keyof T>}_${PluralForm}`]?: string };

export type Catalogue = SameKeys<typeof en>;

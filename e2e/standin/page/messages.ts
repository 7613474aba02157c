/** What the two worlds of a page say to each other in custom events, whose details are structured clones. */

/** A value on its way across the context bridge: functions stay where they are, the other side gets a proxy. */
export type Crossing =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'function'; readonly id: number }
  | { readonly kind: 'promise'; readonly id: number }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Crossing])[] };

export interface Exposed {
  readonly key: string;
  readonly api: Crossing;
}

/** Page calls a function of the preload; functions among `args` are callbacks of the page. */
export interface Call {
  readonly id: number;
  readonly args: readonly Crossing[];
}

export type Outcome = { readonly ok: true; readonly result: Crossing } | { readonly ok: false; readonly error: string };

export interface Settled {
  readonly id: number;
  readonly outcome: Outcome;
}

/** Preload calls back into the page. */
export interface Callback {
  readonly id: number;
  readonly args: readonly unknown[];
}

export const cloneError = 'An object could not be cloned.';

/**
 * Runs first in every document, in the page's own world: waits for the one event that carries a detached element only this
 * script and the preload's world ever see, and builds the exposed API over it. What page scripts change later does not reach it.
 */
import { cloneError } from './messages';
import type { Call, Callback, Crossing, Exposed, Outcome, Settled } from './messages';

type AnyFunction = (...args: unknown[]) => unknown;

export function joinMainWorld(eventName: string): void {
  const remove = window.removeEventListener.bind(window);
  const { apply } = Reflect;
  const OwnEvent = CustomEvent;

  const meet = (event: Event): void => {
    remove(eventName, meet, true);
    event.stopImmediatePropagation();
    const { relatedTarget } = event as MouseEvent;
    if (!(relatedTarget instanceof Element)) return;
    const listen = relatedTarget.addEventListener.bind(relatedTarget);
    const fire = relatedTarget.dispatchEvent.bind(relatedTarget);
    const callbacks = new Map<number, AnyFunction>();
    const callbackIds = new WeakMap<AnyFunction, number>();
    const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
    let lastId = 0;
    let answer: Outcome | null = null;

    const leave = (value: unknown): Crossing => {
      if (typeof value !== 'function') return { kind: 'value', value };
      const callback = value as AnyFunction;
      const id = callbackIds.get(callback) ?? (lastId += 1);
      callbackIds.set(callback, id);
      callbacks.set(id, callback);
      return { kind: 'function', id };
    };
    const call = (id: number, args: unknown[]): unknown => {
      answer = null;
      const detail: Call = { id, args: args.map(leave) };
      fire(new OwnEvent('call', { detail }));
      // The preload's world answers in the same turn; no answer means that the arguments did not get there.
      const outcome = answer as Outcome | null;
      if (outcome === null) throw new Error(cloneError);
      if (!outcome.ok) throw new Error(outcome.error);
      return arrive(outcome.result);
    };
    const arrive = (crossing: Crossing): unknown => {
      switch (crossing.kind) {
        case 'value':
          return crossing.value;
        case 'function':
          return (...args: unknown[]) => call(crossing.id, args);
        case 'promise':
          return new Promise((resolve, reject) => pending.set(crossing.id, { resolve, reject }));
        case 'object':
          return Object.freeze(Object.fromEntries(crossing.entries.map(([key, value]) => [key, arrive(value)])));
      }
    };

    listen('expose', (exposed) => {
      const { key, api } = (exposed as CustomEvent<Exposed>).detail;
      Object.defineProperty(window, key, {
        value: arrive(api),
        enumerable: true,
        writable: false,
        configurable: false,
      });
    });
    listen('answer', (answered) => (answer = (answered as CustomEvent<Outcome>).detail));
    listen('settle', (settled) => {
      const { id, outcome } = (settled as CustomEvent<Settled>).detail;
      const waiting = pending.get(id);
      pending.delete(id);
      if (outcome.ok) waiting?.resolve(arrive(outcome.result));
      else waiting?.reject(new Error(outcome.error));
    });
    listen('callback', (called) => {
      const { id, args } = (called as CustomEvent<Callback>).detail;
      const callback = callbacks.get(id);
      if (callback) apply(callback, undefined, args);
    });
  };
  window.addEventListener(eventName, meet, true);
}

/** What a page wants to open or where it wants to go: the main process decides, as under Electron. */
export interface Wish {
  readonly kind: 'window' | 'navigation';
  readonly url: string;
}

/** The stand-in only knows denial of new windows, which gives null. A navigation waits for the product's word and is then begun anew. */
export function guardDoors(bindingName: string): void {
  const scope = window as unknown as Record<string, ((text: string) => void) | undefined>;
  const post = scope[bindingName];
  if (post === undefined) return;
  Reflect.deleteProperty(window, bindingName);
  const wish = (value: Wish) => post(JSON.stringify(value));
  window.open = (url) => {
    wish({ kind: 'window', url: String(url ?? 'about:blank') });
    return null;
  };
  if (window !== window.top) return;
  window.navigation.addEventListener('navigate', (event) => {
    const { url, sameDocument } = event.destination;
    if (sameDocument || event.navigationType === 'reload' || !event.cancelable) return;
    event.preventDefault();
    wish({ kind: 'navigation', url });
  });
}

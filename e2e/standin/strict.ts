/** What the stand-in does not have does not silently pass: asking for it throws and names it. */
import { EventEmitter } from 'node:events';

/** Asked for by the language, the inspector and promises; absent is the right answer. */
const harmless: ReadonlySet<string> = new Set([
  'then',
  'toJSON',
  'constructor',
  'inspect',
  'nodeType',
  '$$typeof',
  'asymmetricMatch',
]);

/** `value` behind a guard. Methods keep their own `this`, so private fields work through it. */
export function strict<T extends object>(name: string, value: T): T {
  return new Proxy(value, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target || harmless.has(key)) {
        const found: unknown = Reflect.get(target, key, target);
        // Classes, and functions of old, have a prototype and are handed out as they are.
        const isMethod = typeof found === 'function' && !Object.hasOwn(found, 'prototype');
        return isMethod ? (found as (...args: unknown[]) => unknown).bind(target) : found;
      }
      throw new Error(`stand-in: ${name}.${key} is not there; write it in e2e/standin if the product needs it`);
    },
    set: (target, key, newValue) => Reflect.set(target, key, newValue, target),
  });
}

/** An emitter that knows its events: listening for one that never comes would be a test that can't fail. */
export class StrictEmitter extends EventEmitter {
  constructor(
    private readonly owner: string,
    private readonly events: readonly string[],
  ) {
    super();
  }

  override on(event: string | symbol, listener: (...args: never[]) => void): this {
    return super.on(this.#known(event), listener as (...args: unknown[]) => void);
  }

  override once(event: string | symbol, listener: (...args: never[]) => void): this {
    return super.once(this.#known(event), listener as (...args: unknown[]) => void);
  }

  #known(event: string | symbol): string | symbol {
    if (typeof event === 'symbol' || this.events.includes(event) || event === 'newListener') return event;
    throw new Error(`stand-in: ${this.owner} never emits '${event}'`);
  }
}

/** An Electron event object that a listener may prevent. */
export function preventable<T extends object>(
  fields: T,
): T & { preventDefault(): void; readonly defaultPrevented: boolean } {
  let prevented = false;
  return Object.defineProperties(fields, {
    preventDefault: { value: () => (prevented = true) },
    defaultPrevented: { get: () => prevented },
  }) as T & { preventDefault(): void; readonly defaultPrevented: boolean };
}

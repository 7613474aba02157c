/** Runs second, in the preload's isolated world: gives the preload its `require('electron')`. */
import { decode, encode } from '../codec';
import type { Encoded } from '../codec';
import { cloneError } from './messages';
import type { Call, Callback, Crossing, Exposed, Outcome, Settled } from './messages';

export interface IsolatedOptions {
  readonly eventName: string;
  readonly bindingName: string;
  /** Name of the function by which the main process reaches this world. */
  readonly receiverName: string;
  readonly process: object;
}

/** Preload to main process. */
export interface Invocation {
  readonly id: number;
  readonly channel: string;
  readonly args: readonly unknown[];
}

/** Main process to preload: the answer to an invocation, or a message. */
export type Delivery =
  | { readonly kind: 'reply'; readonly id: number; readonly ok: boolean; readonly value: unknown }
  | { readonly kind: 'message'; readonly channel: string; readonly args: readonly unknown[] };

type Listener = (event: object, ...args: unknown[]) => void;
type AnyFunction = (...args: unknown[]) => unknown;

const deepestApi = 10;

/** A CommonJS module around the product's preload bundle. */
export type Preload = (require: (id: string) => object, module: object, exports: object, process: object) => void;

export function joinIsolatedWorld(options: IsolatedOptions, preload: Preload): void {
  if (window !== window.top) return;
  const scope = globalThis as unknown as Record<string, unknown>;
  const post = scope[options.bindingName] as (text: string) => void;
  Reflect.deleteProperty(scope, options.bindingName);
  let lastId = 0;
  const nextId = () => (lastId += 1);

  const { ipcRenderer, receive } = createIpc((invocation) => post(JSON.stringify(encode(invocation))), nextId);
  Object.defineProperty(scope, options.receiverName, {
    value: (text: string) => receive(decode(JSON.parse(text) as Encoded) as Delivery),
  });
  const contextBridge = createContextBridge(options.eventName, nextId);

  const require = (id: string): object => {
    if (id !== 'electron') throw new Error(`module not found: ${id}`);
    return { ipcRenderer: guarded('ipcRenderer', ipcRenderer), contextBridge: guarded('contextBridge', contextBridge) };
  };
  const module = { exports: {} };
  preload(require, module, module.exports, options.process);
}

function createIpc(post: (invocation: Invocation) => void, nextId: () => number) {
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const listeners = new Map<string, Set<Listener>>();
  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      return new Promise((resolve, reject) => {
        const id = nextId();
        post({ id, channel, args });
        pending.set(id, { resolve, reject });
      });
    },
    on(channel: string, listener: Listener): void {
      const known = listeners.get(channel) ?? new Set();
      listeners.set(channel, known.add(listener));
    },
    removeListener(channel: string, listener: Listener): void {
      listeners.get(channel)?.delete(listener);
    },
  };
  const receive = (delivery: Delivery): void => {
    if (delivery.kind === 'message') {
      for (const listener of [...(listeners.get(delivery.channel) ?? [])]) listener({}, ...delivery.args);
      return;
    }
    const waiting = pending.get(delivery.id);
    pending.delete(delivery.id);
    if (delivery.ok) waiting?.resolve(delivery.value);
    else waiting?.reject(new Error(String(delivery.value)));
  };
  return { ipcRenderer, receive };
}

function createContextBridge(eventName: string, nextId: () => number) {
  const functions = new Map<number, AnyFunction>();
  const meeting = document.createElement('i');
  const fire = (type: string, detail: unknown) => meeting.dispatchEvent(new CustomEvent(type, { detail }));

  const leave = (value: unknown, depth = 0): Crossing => {
    if (typeof value === 'function') {
      const id = nextId();
      functions.set(id, value as AnyFunction);
      return { kind: 'function', id };
    }
    if (value instanceof Promise) {
      const id = nextId();
      void value.then(
        (result: unknown) => settle({ id, outcome: { ok: true, result: leave(result, depth + 1) } }),
        (error: unknown) => settle({ id, outcome: { ok: false, error: messageOf(error) } }),
      );
      return { kind: 'promise', id };
    }
    const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
    if (isPlain && depth < deepestApi)
      return { kind: 'object', entries: Object.entries(value).map(([key, item]) => [key, leave(item, depth + 1)]) };
    return { kind: 'value', value: structuredClone(value) };
  };
  const settle = (settled: Settled) => fire('settle', settled);
  const arrive = (crossing: Crossing): unknown => {
    if (crossing.kind === 'value') return crossing.value;
    if (crossing.kind !== 'function') throw new Error(cloneError);
    const { id } = crossing;
    return (...args: unknown[]) => {
      const callback: Callback = { id, args: args.map((item) => structuredClone(item)) };
      fire('callback', callback);
    };
  };

  meeting.addEventListener('call', (event) => {
    const call = (event as CustomEvent<Call | null>).detail;
    // Null where the arguments could not be cloned on their way here.
    if (call === null) return;
    let outcome: Outcome;
    try {
      outcome = { ok: true, result: leave(functions.get(call.id)?.(...call.args.map(arrive))) };
    } catch (error) {
      outcome = { ok: false, error: messageOf(error) };
    }
    fire('answer', outcome);
  });
  window.dispatchEvent(new MouseEvent(eventName, { relatedTarget: meeting }));

  return {
    exposeInMainWorld(key: string, api: unknown): void {
      const exposed: Exposed = { key, api: leave(api) };
      fire('expose', exposed);
    },
  };
}

function guarded<T extends object>(name: string, value: T): T {
  return new Proxy(value, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || key === 'then')
        return Reflect.get(target, key, receiver) as unknown;
      throw new Error(`stand-in: ${name}.${key} is not there; write it in e2e/standin if the product needs it`);
    },
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

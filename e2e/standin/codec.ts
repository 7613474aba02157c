/**
 * Structured clones over a text channel, for both ends: primitives as they are, everything else as `[tag, payload]`.
 * What a structured clone refuses is refused with Electron's words.
 */
export type Encoded = null | boolean | number | string | readonly [tag: string, payload: unknown];

const typedArrays = {
  Uint8Array,
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
};

export class CloneError extends Error {
  constructor() {
    super('An object could not be cloned.');
  }
}

export function encode(value: unknown, within: readonly object[] = []): Encoded {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (value === undefined) return ['undefined', null];
  if (typeof value === 'number') return Number.isFinite(value) ? value : ['number', String(value)];
  if (typeof value === 'bigint') return ['bigint', String(value)];
  if (typeof value !== 'object' || within.includes(value)) throw new CloneError();
  const inner = [...within, value];
  const each = (values: Iterable<unknown>) => Array.from(values, (item) => encode(item, inner));
  if (Array.isArray(value)) return ['array', each(value)];
  if (value instanceof Date) return ['date', value.getTime()];
  if (value instanceof Map) return ['map', each([...value].flat(1))];
  if (value instanceof Set) return ['set', each(value)];
  if (value instanceof Error) return ['error', [value.name, value.message]];
  if (value instanceof ArrayBuffer) return ['buffer', [...new Uint8Array(value)]];
  if (ArrayBuffer.isView(value)) return encodeView(value);
  if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) throw new CloneError();
  return ['object', Object.entries(value).map(([key, item]) => [key, encode(item, inner)])];
}

export function decode(encoded: Encoded): unknown {
  if (!Array.isArray(encoded)) return encoded;
  const [tag, payload] = encoded as [string, unknown];
  const items = () => (payload as Encoded[]).map(decode);
  switch (tag) {
    case 'undefined':
      return undefined;
    case 'number':
      return Number(payload);
    case 'bigint':
      return BigInt(payload as string);
    case 'array':
      return items();
    case 'date':
      return new Date(payload as number);
    case 'map':
      return new Map(pairs(items()));
    case 'set':
      return new Set(items());
    case 'error': {
      const [name, message] = payload as [string, string];
      return Object.assign(new Error(message), { name });
    }
    case 'buffer':
      return new Uint8Array(payload as number[]).buffer;
    case 'view': {
      const [kind, bytes] = payload as [keyof typeof typedArrays, number[]];
      return new typedArrays[kind](new Uint8Array(bytes).buffer);
    }
    case 'object':
      return Object.fromEntries((payload as [string, Encoded][]).map(([key, item]) => [key, decode(item)]));
    default:
      throw new Error(`stand-in: unknown tag ${tag}`);
  }
}

function encodeView(view: ArrayBufferView): Encoded {
  const name = view.constructor.name === 'Buffer' ? 'Uint8Array' : view.constructor.name;
  if (!Object.hasOwn(typedArrays, name)) throw new CloneError();
  return ['view', [name, [...new Uint8Array(view.buffer, view.byteOffset, view.byteLength)]]];
}

function pairs(flat: unknown[]): [unknown, unknown][] {
  return Array.from({ length: flat.length / 2 }, (_, at) => [flat[at * 2], flat[at * 2 + 1]]);
}

/** Whatever a page sends: it is refused with a typed error or served as what the contract says, nothing is thrown, and nothing of this process is changed. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bridgeRequests } from '../../shared/bridge';
import type { BridgeHandlers } from '../../shared/bridge';
import { dispatch } from './dispatch';

const names = Object.keys(bridgeRequests);
const served: unknown[] = [];
/** They keep what reached them. */
const handlers = Object.fromEntries(
  names.map((name) => [
    name,
    (args: unknown) => {
      served.push(args);
      return Promise.resolve({});
    },
  ]),
) as unknown as BridgeHandlers;
const logged: unknown[] = [];
const note = (fields: object, message: string) => void logged.push({ ...fields, message });
const send = (name: string, args: unknown) => {
  served.length = 0;
  return dispatch(handlers, name, args, { info: note, warn: note, error: note });
};
const badRequest = { ok: false, error: 'badRequest' };

const cyclic: Record<string, unknown> = { name: 'x' };
cyclic['self'] = cyclic;
cyclic['list'] = [cyclic];
let deep: unknown = {};
for (let at = 0; at < 20_000; at += 1) deep = { menus: [deep], command: deep, id: deep };
const throwing = {};
for (const key of ['id', 'command', 'name', 'text', 'query', 'words', 'kind', 'userId', 'menus', 'pem', 'ticket'])
  Object.defineProperty(throwing, key, {
    enumerable: true,
    get() {
      throw new Error('a getter');
    },
  });

const values: Readonly<Record<string, unknown>> = {
  cyclic,
  deep,
  throwing,
  huge: { id: 'x'.repeat(20_000_000), text: 'x'.repeat(20_000_000), query: 'x'.repeat(20_000_000), name: 'a.csv' },
  long: { menus: Array(100_000).fill({ place: 'call', label: 'x', items: [] }), tray: Array(100_000).fill({}) },
  polluting: JSON.parse(
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"id":"../x"}',
  ) as unknown,
  exotic: { id: 1n, command: new Map(), name: /x/, words: new Date(), minutes: Number.NaN, text: Symbol('x') },
  function: () => undefined,
  list: [],
  text: 'open',
  nothing: null,
  missing: undefined,
  number: Number.POSITIVE_INFINITY,
};
/** These take no arguments: what comes along is left out, as the contract says. */
const takesNothing = names.filter(
  (name) => bridgeRequests[name as keyof typeof bridgeRequests].args.safeParse({}).success,
);

it.each(names.flatMap((name) => Object.keys(values).map((kind) => [name, kind] as const)))(
  '%s refuses what is %s, or leaves it out',
  async (name, kind) => {
    const answer = await send(name, values[kind]);
    const isObject = typeof values[kind] === 'object' && values[kind] !== null && !Array.isArray(values[kind]);
    if (takesNothing.includes(name) && isObject && answer.ok) expect(served).toEqual([{}]);
    else expect(answer).toEqual(badRequest);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  },
);

it('anything at all is refused or served as it should be, and nothing is thrown', async () => {
  const anything = fc.anything({
    withBigInt: true,
    withMap: true,
    withSet: true,
    withDate: true,
    withNullPrototype: true,
    withTypedArray: true,
    key: fc.oneof(
      fc.string(),
      fc.constantFrom('__proto__', 'constructor', 'id', 'kind', 'name', 'command', 'type', 'words'),
    ),
  });
  const before = Object.getOwnPropertyNames(Object.prototype).join();
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.constantFrom(...names), fc.string(), fc.constantFrom('__proto__', 'toString', 'constructor')),
      anything,
      async (name, args) => {
        const answer = await send(name, args);
        if (answer.ok) expect(names).toContain(name);
        else expect(['badRequest', 'unknownRequest']).toContain(answer.error);
        for (const reached of served) expect(Object.getPrototypeOf(reached)).toBe(Object.prototype);
      },
    ),
    { numRuns: 2_000 },
  );
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
  expect(logged).toEqual([]);
});

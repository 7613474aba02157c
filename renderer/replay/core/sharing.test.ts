/** Shares what it can and changes nothing of what is said. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sharing } from './sharing';

const call = (connectionId: string, state = 'connected') => ({ connectionId, state, party: { name: 'Caller-1' } });

it('is equal to the new one, whatever both are', () => {
  const id = fc.constantFrom('a', 'b', 'c');
  const item = fc.record({ connectionId: id, state: id, more: fc.jsonValue() }, { requiredKeys: ['connectionId'] });
  const any = fc.oneof(fc.array(item), fc.jsonValue(), fc.record({ calls: fc.array(item), x: fc.jsonValue() }));
  fc.assert(
    fc.property(any, any, (before, after) => {
      expect(sharing(before, after)).toEqual(after);
    }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(item, { selector: ({ connectionId }) => connectionId }), (value) => {
      expect(sharing(value, structuredClone(value))).toBe(value);
    }),
  );
});

it('keeps a call that is as it was, though others came and went before it', () => {
  const before = { calls: [call('a'), call('b')], managers: [{ managerId: 'm' }] };
  const after = sharing(before, { calls: [call('b'), call('c')], managers: [{ managerId: 'm' }] });
  expect(after.calls[0]).toBe(before.calls[1]);
  expect(after.managers).toBe(before.managers);
});

it('makes no more anew than what differs', () => {
  const before = { calls: [call('a'), call('b')] };
  const after = sharing(before, { calls: [call('a', 'hold'), call('b')] });
  expect(after.calls[1]).toBe(before.calls[1]);
  expect(after.calls[0]?.party).toBe(before.calls[0]?.party);
  expect(after.calls[0]).not.toBe(before.calls[0]);
});

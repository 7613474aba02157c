import { expect, it } from 'vitest';
import type { ConsoleEvent } from '../../shared/calls/model';
import type { ConsoleState } from '../../shared/calls/model';
import { Dn, UserId } from '../../shared/ids';
import { Stream } from './stream';

const empty: ConsoleState = {
  me: { userId: UserId.parse('maya'), name: 'Maya', dn: Dn.parse('2001'), online: true, redirectTo: null },
  mode: 'proxy',
  lines: [],
  calls: [],
  managers: [],
  service: { callControl: 'up', filtering: 'up' },
  divertAllAppliesToFiltered: false,
};
const change = (callControl: 'up' | 'down'): ConsoleEvent => ({
  type: 'service',
  service: { callControl, filtering: 'up' },
});

it('numbers events without gaps and folds them into its state', () => {
  const stream = new Stream(7, empty);
  const sent = stream.append([change('down'), change('up'), change('down')], 5);
  expect(sent.map(({ epoch, seq, at }) => [epoch, seq, at])).toEqual([
    [7, 1, 5],
    [7, 2, 5],
    [7, 3, 5],
  ]);
  expect(stream.position).toEqual({ epoch: 7, seq: 3 });
  expect(stream.state.service.callControl).toBe('down');
});

it('fills gaps it remembers and no others', () => {
  const stream = new Stream(7, empty, 3);
  for (let count = 0; count < 10; count += 1) stream.append([change('up')], 0);
  expect(stream.since({ epoch: 7, seq: 10 })).toEqual([]);
  expect(stream.since({ epoch: 7, seq: 7 })?.map(({ seq }) => seq)).toEqual([8, 9, 10]);
  expect(stream.since({ epoch: 7, seq: 6 })).toBeNull();
  expect(stream.since({ epoch: 7, seq: 11 })).toBeNull();
  expect(stream.since({ epoch: 6, seq: 10 })).toBeNull();
});

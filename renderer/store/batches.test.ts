import { describe, expect, it } from 'vitest';
import type { BridgePush } from '../../shared/bridge';
import { aCall, aState } from '../testing/facts';
import { documents } from '../testing/scenes';
import { applyPush } from './applyPush';
import { inBatches, merged } from './batches';

const delivered = (id: string, seq: number): BridgePush => ({
  kind: 'events',
  clockOffsetMs: seq,
  events: [{ epoch: 1, seq, at: 0, event: { type: 'call', cause: 'delivered', call: aCall(id) } }],
});
const settings: BridgePush = { kind: 'settings', settings: documents.settings };

function paced() {
  const applied: number[] = [];
  const planned: { run: () => void; ms: number }[] = [];
  let time = 100;
  const push = inBatches(
    (pushes) => applied.push(pushes.reduce((sum, one) => sum + (one.kind === 'events' ? one.events.length : 1), 0)),
    {
      now: () => time,
      later: (run, ms) => planned.push({ run, ms }),
    },
  );
  const wait = (ms: number): void => void (time += ms);
  return { applied, planned, push, wait };
}

describe('pushes on their way to the screen', () => {
  it('go at once in a quiet moment, and together within a frame', () => {
    const { applied, planned, push, wait } = paced();
    push(delivered('a', 0));
    expect(applied).toEqual([1]);
    wait(6);
    for (let seq = 1; seq <= 499; seq += 1) push(delivered(`c${seq}`, seq));
    expect([applied, planned.map(({ ms }) => ms)]).toEqual([[1], [10]]);
    wait(10);
    planned[0]?.run();
    expect(applied).toEqual([1, 499]);
    wait(16);
    push(delivered('z', 500));
    expect(applied).toEqual([1, 499, 1]);
  });

  it('keep their order', () => {
    const kinds = merged([delivered('a', 0), delivered('b', 1), settings, delivered('c', 2)]).map((push) =>
      push.kind === 'events' ? push.events.map(({ seq }) => seq) : push.kind,
    );
    expect(kinds).toEqual([[0, 1], 'settings', [2]]);
  });

  it('end in the same state, merged or not', () => {
    const pushes = [delivered('a', 0), delivered('b', 1), settings, delivered('a', 2)];
    const calls = (list: readonly BridgePush[]) => list.reduce(applyPush, aState()).console?.calls;
    expect(calls(merged(pushes))).toEqual(calls(pushes));
  });
});

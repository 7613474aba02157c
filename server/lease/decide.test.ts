import { describe, expect, it } from 'vitest';
import { decide, type Situation } from './decide';

const watching: Situation = {
  lease: { holder: 'primary#1', epoch: 4 },
  me: 'backup#1',
  mine: null,
  atWork: true,
  unchangedFor: 0,
  leaseMs: 1_500,
  peer: 'alive',
  hesitating: false,
};

describe('standby', () => {
  it('watches a lease that is renewed', () => expect(decide(watching)).toBe('watch'));
  it('takes one that nobody renews', () => {
    expect(decide({ ...watching, unchangedFor: 1_499 })).toBe('watch');
    expect(decide({ ...watching, unchangedFor: 1_500 })).toBe('take');
  });
  it('takes at once when the other process is gone', () => expect(decide({ ...watching, peer: 'gone' })).toBe('take'));
  it('does not when the other is only silent', () => expect(decide({ ...watching, peer: 'unknown' })).toBe('watch'));
  it('takes a free one', () => expect(decide({ ...watching, lease: { holder: null, epoch: 4 } })).toBe('take'));
  it('takes back what its own former life held', () => {
    expect(decide({ ...watching, lease: { holder: 'backup#0', epoch: 4 }, atWork: false })).toBe('take');
  });
  it('takes again what it took without hearing so', () => {
    expect(decide({ ...watching, lease: { holder: 'backup#1', epoch: 4 } })).toBe('take');
  });
  it('leaves it to a working service of the same name: itself, started anew elsewhere while it was frozen', () => {
    const twin = { ...watching, lease: { holder: 'backup#2', epoch: 5 } };
    expect(decide(twin)).toBe('watch');
    expect(decide({ ...twin, unchangedFor: 1_500 })).toBe('take');
  });
  it('leaves a free lease to the other while both start', () => {
    expect(decide({ ...watching, lease: { holder: null, epoch: 0 }, peer: 'gone', hesitating: true })).toBe('watch');
  });
});

describe('active', () => {
  const active: Situation = { ...watching, me: 'primary#1', mine: 4 };
  it('renews its own', () => expect(decide(active)).toBe('renew'));
  it('renews however long it slept, if nobody took over', () => {
    expect(decide({ ...active, unchangedFor: 60_000 })).toBe('renew');
  });
  it('steps down when another has it, or a later life of its own', () => {
    expect(decide({ ...active, lease: { holder: 'backup#1', epoch: 5 } })).toBe('stepDown');
    expect(decide({ ...active, lease: { holder: 'primary#1', epoch: 6 } })).toBe('stepDown');
    expect(decide({ ...active, lease: { holder: null, epoch: 4 } })).toBe('stepDown');
  });
});

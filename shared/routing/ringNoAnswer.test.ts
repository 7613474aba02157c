import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dn, LineId, UserId } from '../ids';
import { afterNoAnswer, untilTaken, type CallDestination, type ChainInput, type RnaParameters } from './ringNoAnswer';
import type { RouteDecision } from './route';

const people = ['maya', 'tom', 'ines', 'kofi'];
const toAssistant = (name: string) => ({ kind: 'assistant', userId: UserId.parse(name) }) as const;
const lineOf = (name: string) => LineId.parse(`line-of-${name}`);
const voicemail = { kind: 'voicemail' };
const manager = { kind: 'manager' };

function chain(online: string, tried: readonly string[], hasVoicemail = false): ChainInput {
  const assistants = ['maya', 'tom', 'ines'].map((name) => ({
    userId: UserId.parse(name),
    lineId: lineOf(name),
    online: online.includes(name),
  }));
  return { assistants, tried: tried.map(lineOf), hasVoicemail };
}
const forward: RnaParameters = { rnaForwardCalls: true, redirectToManagerIfUnreachable: false };

describe('an assistant who does not answer (product §5, RNA)', () => {
  it('without RNA forward calls the call rings on', () => {
    const everything = chain('maya tom ines', ['maya'], true);
    expect(afterNoAnswer(everything, { rnaForwardCalls: false, redirectToManagerIfUnreachable: true })).toEqual([]);
  });

  it('the next assistant online, in the configured order', () => {
    expect(afterNoAnswer(chain('maya ines', ['maya']), forward)).toEqual([toAssistant('ines')]);
    expect(afterNoAnswer(chain('maya tom ines', ['tom']), forward)[0]).toEqual(toAssistant('maya'));
  });

  it('when none is left: voicemail, else the manager where the parameter says so, else it rings on', () => {
    const redirect = { ...forward, redirectToManagerIfUnreachable: true };
    expect(afterNoAnswer(chain('maya', ['maya'], true), redirect)[0]).toEqual(voicemail);
    expect(afterNoAnswer(chain('maya', ['maya'], true), forward)).toEqual([voicemail]);
    expect(afterNoAnswer(chain('maya', ['maya']), redirect)).toEqual([manager]);
    expect(afterNoAnswer(chain('maya', ['maya']), forward)).toEqual([]);
  });
});

describe('a destination that cannot be reached', () => {
  const decision = (row: RouteDecision['row'], destination: RouteDecision['destination']): RouteDecision => ({
    row,
    destination,
    pattern: null,
  });
  const number = { kind: 'number', number: Dn.parse('7000') } as const;
  it.each<[string, RouteDecision, unknown[]]>([
    ['a forward', decision(1, number), [number, manager, voicemail]],
    ['a divert', decision(6, number), [number, toAssistant('maya'), toAssistant('ines'), voicemail, manager]],
    ['an assistant', decision(5, toAssistant('ines')), [toAssistant('ines'), toAssistant('maya'), voicemail, manager]],
    ['the manager', decision(7, { kind: 'manager' }), [manager, voicemail, toAssistant('maya'), toAssistant('ines')]],
  ])('%s is followed by whoever can take the call', (_what, decided, expected) => {
    expect(untilTaken(decided, chain('maya ines', [], true))).toEqual(expected);
    const withoutBox = expected.filter((place) => place !== voicemail);
    expect(untilTaken(decided, chain('maya ines', []))).toEqual(withoutBox);
  });
});

describe('any chain', () => {
  const anyInput = fc.uniqueArray(fc.constantFrom(...people), { maxLength: 4 }).chain((names) =>
    fc.record({
      assistants: fc.tuple(
        ...names.map((name) =>
          fc.boolean().map((online) => ({ userId: UserId.parse(name), lineId: lineOf(name), online })),
        ),
      ),
      tried: fc.subarray(people.map(lineOf)),
      hasVoicemail: fc.boolean(),
    }),
  );
  const anyParameters = fc.record({ rnaForwardCalls: fc.boolean(), redirectToManagerIfUnreachable: fc.boolean() });

  it('agrees with the rules of §5, asked about one destination at a time', () => {
    fc.assert(
      fc.property(anyInput, anyParameters, (input, parameters) => {
        // What a call meets that nobody ever answers: each step is the first of a chain that knows where it has rung.
        const passed: CallDestination[] = [];
        let tried = input.tried;
        for (let next = first(); next?.kind === 'assistant'; next = first()) {
          passed.push(next);
          tried = [...tried, lineOf(next.userId)];
        }
        const last = first();
        function first() {
          return afterNoAnswer({ ...input, tried }, parameters)[0];
        }

        if (!parameters.rnaForwardCalls) {
          expect(passed).toEqual([]);
          expect(last).toBeUndefined();
          return;
        }
        // Everybody who was online and had not rung has rung once, in order.
        for (const { userId, lineId, online } of input.assistants) {
          const rang = passed.filter((step) => step.kind === 'assistant' && step.userId === userId).length;
          expect(rang).toBe(online && !input.tried.includes(lineId) ? 1 : 0);
        }
        const order = input.assistants.map(({ userId }) => userId as string);
        const positions = passed.map((step) => (step.kind === 'assistant' ? order.indexOf(step.userId) : -1));
        expect(positions).toEqual(positions.toSorted((a, b) => a - b));
        if (last) expect([...(input.hasVoicemail ? ['voicemail'] : []), 'manager']).toContain(last.kind);
        expect(last?.kind === 'voicemail').toBe(input.hasVoicemail);
        expect(last === undefined).toBe(!input.hasVoicemail && !parameters.redirectToManagerIfUnreachable);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a new call always has somewhere to go, never the same place twice, and can reach the manager', () => {
    const row = fc.constantFrom(1, 2, 3, 4, 5, 6, 7);
    const destination = fc.constantFrom<RouteDecision['destination']>(
      { kind: 'manager' },
      { kind: 'number', number: Dn.parse('7000') },
      ...people.map(toAssistant),
    );
    fc.assert(
      fc.property(anyInput, row, destination, (input, decidedRow, to) => {
        const steps = untilTaken({ row: decidedRow, destination: to, pattern: null }, input);
        expect(steps[0]).toEqual(to);
        if (to.kind !== 'manager' || decidedRow !== 1) {
          expect(new Set(steps.map((step) => JSON.stringify(step))).size).toBe(steps.length);
        }
        expect(steps).toContainEqual(manager);
      }),
    );
  });
});

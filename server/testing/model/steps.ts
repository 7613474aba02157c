/** What can happen in the demo company, as data: fast-check makes sequences of it and shortens those that fail. */
import fc from 'fast-check';

/** Nobody of them assists or is a manager; none is a divert target below. */
export const callers = ['1001', '1002', '+493055570142', '+442079460118'] as const;
/** Few, so that what is set and who rings meet often. */
export const managerDns = ['60001', '60002', '60005'] as const;
export const assistants = ['maya', 'tom', 'ines'] as const;
export type AssistantId = (typeof assistants)[number];

const nat = fc.nat(1_000);
const caller = fc.nat(callers.length - 1);
const manager = fc.nat(managerDns.length - 1);
const assistant = fc.constantFrom(...assistants);

export const anyStep = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('ring' as const), caller, manager }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('phone' as const),
      key: fc.constantFrom(
        'answerCall' as const,
        'clearConnection' as const,
        'holdCall' as const,
        'retrieveCall' as const,
      ),
      pick: nat,
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constant('command' as const),
      assistant,
      command: fc.constantFrom(
        'answer' as const,
        'hold' as const,
        'retrieve' as const,
        'hangUp' as const,
        'transfer' as const,
        'redirect' as const,
        'toVoicemail' as const,
        'sendDigits' as const,
        'consult' as const,
        'consult' as const,
        'cancelConsult' as const,
        'directTransfer' as const,
        'join' as const,
      ),
      pick: nat,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('set' as const),
      assistant,
      manager,
      what: fc.constantFrom(
        'divertAll' as const,
        'filterOn' as const,
        'filterMode' as const,
        'inclusive' as const,
        'exclusive' as const,
        'divertTarget' as const,
        'defaultAssistant' as const,
      ),
      pick: nat,
      /** The active service dies while the command is under way. */
      killing: fc.nat(9).map((n) => n === 0),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('key' as const),
      manager,
      key: fc.constantFrom('divertAll' as const, 'filter' as const, 'filterMode' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('come' as const), assistant }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('logOut' as const), assistant }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('dropLink' as const), assistant }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('goOffline' as const), assistant, online: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('forward' as const),
      manager,
      to: fc.option(fc.constantFrom('1010', '1011')),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('stopActive' as const),
      how: fc.constantFrom('abrupt' as const, 'clean' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('startMissing' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('parameter' as const), always: fc.boolean() }) },
);

/** One thing that happens. Numbers called `pick` choose among what there is at the time. */
export type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

export type CallStep = Extract<Step, { kind: 'command' }>;

export const patternLists = [[], ['4930*'], ['1001'], ['10XX', '+4420794601XX'], ['*2']] as const;
export const divertNumbers = ['1012', '1013'] as const;

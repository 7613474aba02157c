/** The table of product §5, rows 1–7, over every combination that can occur: route.ts against the sentences, written anew. */
import { expect, it } from 'vitest';
import type { DivertTarget } from '../calls/model';
import { Dn, UserId } from '../ids';
import { activeAssistant } from './activeAssistant';
import { route, type RouteInput } from './route';

const maya = UserId.parse('maya');
const tom = UserId.parse('tom');
const mobile = Dn.parse('0791112233');
const forward = Dn.parse('7000');

/** Who calls, and which of the two lists has a pattern for them when it is filled. */
const callers = [
  { caller: '493055570142', inInclusive: true, inExclusive: false },
  { caller: '1044', inInclusive: false, inExclusive: true },
  { caller: '4930991044', inInclusive: true, inExclusive: true },
  { caller: '555', inInclusive: false, inExclusive: false },
  { caller: null, inInclusive: false, inExclusive: false },
];
const lists = {
  inclusive: [[], ['1', '4930*'], ['999']],
  exclusive: [[], ['*1044', '2'], ['998']],
};
const both = [true, false];
const targets: DivertTarget[] = [
  { kind: 'activeAssistant' },
  { kind: 'assistant', userId: maya },
  { kind: 'assistant', userId: tom },
  { kind: 'number', number: mobile },
];

interface Situation {
  readonly input: RouteInput;
  readonly matchesInclusive: boolean;
  readonly matchesExclusive: boolean;
  readonly mayaOnline: boolean;
  readonly tomOnline: boolean;
  readonly byDefault: UserId | null;
}

function* everySituation(): Generator<Situation> {
  for (const { caller, inInclusive, inExclusive } of callers)
    for (const forwardedTo of [null, forward])
      for (const mayaOnline of both)
        for (const tomOnline of both)
          for (const byDefault of [maya, tom, null])
            for (const divertAll of both)
              for (const divertTarget of targets)
                for (const filterOn of both)
                  for (const filterMode of ['inclusive', 'exclusive'] as const)
                    for (const [inclusiveList, inclusive] of lists.inclusive.entries())
                      for (const [exclusiveList, exclusive] of lists.exclusive.entries())
                        for (const divertAllAppliesToFiltered of both) {
                          const presence = [
                            { userId: maya, online: mayaOnline },
                            { userId: tom, online: tomOnline },
                          ];
                          const onlineAssistants = presence.filter(({ online }) => online).map(({ userId }) => userId);
                          const filter = { filterOn, filterMode, inclusive, exclusive, divertAllAppliesToFiltered };
                          const serving = { activeAssistant: activeAssistant(presence, byDefault), onlineAssistants };
                          yield {
                            input: { caller, forwardedTo, divertAll, divertTarget, ...filter, ...serving },
                            matchesInclusive: inInclusive && inclusiveList === 1,
                            matchesExclusive: inExclusive && exclusiveList === 1,
                            mayaOnline,
                            tomOnline,
                            byDefault,
                          };
                        }
}

/** The rows as sentences, each told on its own with all that must not be the case, so that no order can hide a mistake. */
function expected(situation: Situation): { row: number; destination: unknown } {
  const { input, matchesInclusive, matchesExclusive, mayaOnline, tomOnline, byDefault } = situation;
  const somebody = mayaOnline || tomOnline;
  const serving = { maya: mayaOnline && (byDefault !== tom || !tomOnline), tom: tomOnline };
  const active = { kind: 'assistant', userId: serving.maya ? maya : tom };
  const { divertTarget } = input;
  const named =
    divertTarget.kind === 'assistant' && (divertTarget.userId === maya ? mayaOnline : tomOnline)
      ? { kind: 'assistant', userId: divertTarget.userId }
      : active;
  const divert = divertTarget.kind === 'number' ? { kind: 'number', number: mobile } : named;
  const manager = { kind: 'manager' };

  const cfa = input.forwardedTo !== null;
  const exclusiveHit = input.filterMode === 'exclusive' && matchesExclusive;
  const filtering = input.filterMode === 'inclusive' && input.filterOn;
  const override = input.divertAllAppliesToFiltered && input.divertAll;
  const rows = [
    { row: 1, when: cfa, destination: { kind: 'number', number: forward } },
    { row: 2, when: !cfa && !somebody, destination: manager },
    { row: 3, when: !cfa && somebody && exclusiveHit, destination: divert },
    { row: 4, when: !cfa && somebody && filtering && matchesInclusive, destination: override ? divert : manager },
    { row: 5, when: !cfa && somebody && filtering && !matchesInclusive, destination: active },
    { row: 6, when: !cfa && somebody && !exclusiveHit && !filtering && input.divertAll, destination: divert },
    { row: 7, when: !cfa && somebody && !exclusiveHit && !filtering && !input.divertAll, destination: manager },
  ].filter(({ when }) => when);
  const [only, ...more] = rows;
  if (!only || more.length > 0) throw new Error('the sentences contradict each other');
  return { row: only.row, destination: only.destination };
}

it('every reachable combination goes where the table says', () => {
  const rows = new Map<number, number>();
  let count = 0;
  for (const situation of everySituation()) {
    const { row, destination } = route(situation.input);
    const wanted = expected(situation);
    // Compared as text: `toEqual` on so many would take minutes.
    if (JSON.stringify({ row, destination }) !== JSON.stringify(wanted)) {
      expect({ ...situation, got: { row, destination } }).toEqual({ ...situation, got: wanted });
    }
    rows.set(row, (rows.get(row) ?? 0) + 1);
    count += 1;
  }
  expect(count).toBe(5 * 2 * 4 * 3 * 2 * 4 * 2 * 2 * 9 * 2);
  expect([...rows.keys()].toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

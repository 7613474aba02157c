import { expect, it } from 'vitest';
import { PageProblems } from './pageProblems';

const problem = {
  id: 'K7F2M4Q9',
  where: 'screen',
  message: "TypeError: Cannot read properties of undefined (reading 'Anna Kowalska')",
  stack: "TypeError: Cannot read … 'Anna Kowalska'\n    at Anna0301234567 (app://console/assets/main-C1x.js:10:7)",
} as const;

function heard() {
  const lines: object[] = [];
  let now = 0;
  const note = (fields: object, message: string) => void lines.push({ ...fields, message });
  const problems = new PageProblems({ info: note, warn: note, error: note }, () => now);
  return { lines, problems, pass: (ms: number) => void (now += ms) };
}

it('are told under their reference, without a name or number of anybody', () => {
  const { lines, problems } = heard();
  problems.take(problem);
  expect(lines).toEqual([
    {
      reference: 'K7F2M4Q9',
      where: 'screen',
      error: 'TypeError',
      said: 'Cannot read properties of undefined',
      places: 'main-C1x.js:10:7',
      message: 'problem in the page',
    },
  ]);
});

it('a page that throws a thousand times a second is heard now and then, and counted', () => {
  const { lines, problems, pass } = heard();
  for (let at = 0; at < 60_000; at += 1) {
    pass(1);
    problems.take(problem);
  }
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.length).toBeLessThan(30);
  expect(lines.at(-1)).toHaveProperty('dropped');
});

import { expect, it, vi } from 'vitest';
import { PageLine } from './pageLine';

function line() {
  const sent: string[] = [];
  const open = vi.fn();
  let time = 0;
  const page = new PageLine({ send: (command) => sent.push(command), open, now: () => time });
  return { page, sent, open, pass: (ms: number) => (time += ms) };
}

it('sends to the page that is there', () => {
  const { page, sent, open } = line();
  page.arrived();
  page.run('answer');
  expect(sent).toEqual(['answer']);
  expect(open).not.toHaveBeenCalled();
});

it('opens a window where there is none, and sends the last command once its page is there', () => {
  const { page, sent, open, pass } = line();
  page.run('preferences');
  page.run('about');
  expect(open).toHaveBeenCalledTimes(2);
  pass(3_000);
  page.arrived();
  expect(sent).toEqual(['about']);
  page.arrived();
  expect(sent).toEqual(['about']);
});

it('sends nothing late, and nothing to a page that has gone', () => {
  const { page, sent, pass } = line();
  page.run('answer');
  pass(10_001);
  page.arrived();
  expect(page.isThere).toBe(true);
  page.left();
  expect(page.isThere).toBe(false);
  page.run('hangUp');
  expect(sent).toEqual([]);
});

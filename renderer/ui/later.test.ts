import { createElement, Suspense } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { startStrings } from '../strings/i18n';
import { later } from './later';

const used = vi.hoisted(() => vi.fn());
vi.mock(import('react'), async (original) => {
  const react = await original();
  return {
    ...react,
    use: <T>(promise: React.Usable<T>): T => {
      used(promise);
      return react.use(promise);
    },
  };
});

it('asks React for the part in every render, and is on the screen at once when it has been fetched', async () => {
  await startStrings();
  let arrive: (part: () => string) => void = () => undefined;
  const load = vi.fn(() => new Promise<() => string>((resolve) => (arrive = resolve)));
  const Part = later(load);
  const render = () => renderToStaticMarkup(createElement(Suspense, { fallback: 'waits' }, createElement(Part)));
  expect(render()).toContain('waits');
  arrive(() => 'the part');
  await vi.waitFor(() => expect(render()).toBe('the part'));
  // A render that has waited by `use` has to end with it (react.dev/warnings/conditional-use-of-use).
  used.mockClear();
  expect(render()).toBe('the part');
  expect(used).toHaveBeenCalledOnce();
  expect(load).toHaveBeenCalledOnce();
});

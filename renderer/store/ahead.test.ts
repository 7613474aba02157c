import { describe, expect, it } from 'vitest';
import { aheadOf, type Ahead } from './ahead';

interface Seen {
  readonly document: Ahead<string>;
  readonly shown: string[];
  /** Answers the oldest request that is out. */
  readonly answer: (written: string | null) => Promise<void>;
}

function start(): Seen {
  const shown: string[] = [];
  const out: ((written: string | null) => void)[] = [];
  const document = aheadOf<string>(
    'first',
    (value) => shown.push(value),
    () => new Promise((resolve) => out.push(resolve)),
  );
  return {
    document,
    shown,
    answer: async (written) => {
      out.shift()?.(written);
      await Promise.resolve();
    },
  };
}

describe('a document that this window changes', () => {
  it('is shown at once, and as the host has written it', async () => {
    const { document, shown, answer } = start();
    document.change('mine');
    expect(shown).toEqual(['mine']);
    await answer('mine, made whole');
    expect(shown).toEqual(['mine', 'mine, made whole']);
  });

  it('never goes back to an older change while a newer one is on its way', async () => {
    const { document, shown, answer } = start();
    document.change('one');
    document.change('two');
    expect(document.hear('one')).toBe(false);
    await answer('one');
    expect(shown).toEqual(['one', 'two']);
    await answer('two');
    expect(shown.at(-1)).toBe('two');
    expect(document.hear('of another window')).toBe(true);
  });

  it('goes back to the host’s word when it could not be written', async () => {
    const { document, shown, answer } = start();
    document.change('mine');
    await answer(null);
    expect(shown).toEqual(['mine', 'first']);
    document.change('again');
    expect(document.hear('of another window')).toBe(false);
    await answer(null);
    expect(shown.at(-1)).toBe('of another window');
  });
});

import { useState } from 'react';
import { parseQuery } from '../../shared/directory/query';
import type { SearchOutcome } from '../../shared/bridge';
import type { DirectoryEntry } from '../../shared/protocol/messages';
import { createSearcher } from '../store/searcher';
import { useActions } from '../store/context';

export type DirectoryAnswer =
  | { readonly kind: 'nothingAsked' }
  | { readonly kind: 'hint'; readonly problem: 'blank' | 'wildcard' }
  | {
      readonly kind: 'found';
      readonly query: string;
      readonly entries: readonly DirectoryEntry[];
      readonly more: boolean;
    }
  | { readonly kind: 'unavailable' };

export interface Directory {
  readonly answer: DirectoryAnswer;
  /** Searches while typing; a blank field just empties the list. */
  readonly type: (text: string) => void;
  /** Searches because the person said so; resolves with the answer to exactly this text, null when overtaken. */
  readonly submit: (text: string) => Promise<DirectoryAnswer | null>;
  readonly clear: () => void;
}

/** The service's directory: nothing that would ask for everybody is sent (product §6). */
export function useDirectory(): Directory {
  const { search } = useActions();
  const [searcher] = useState(() => createSearcher(search));
  const [answer, setAnswer] = useState<DirectoryAnswer>({ kind: 'nothingAsked' });

  const ask = async (text: string): Promise<DirectoryAnswer | null> => {
    const outcome = await searcher.ask(text);
    if (outcome === null) return null;
    const next = answerOf(text, outcome);
    setAnswer(next);
    return next;
  };
  const hint = (problem: 'blank' | 'wildcard'): DirectoryAnswer => {
    searcher.forget();
    const next: DirectoryAnswer = { kind: 'hint', problem };
    setAnswer(next);
    return next;
  };
  const clear = (): void => {
    searcher.forget();
    setAnswer({ kind: 'nothingAsked' });
  };
  return {
    answer,
    clear,
    type: (text) => {
      const query = parseQuery(text);
      if (query.ok) void ask(text);
      else if (query.error === 'blank') clear();
      else hint('wildcard');
    },
    submit: (text) => {
      const query = parseQuery(text);
      return query.ok ? ask(text) : Promise.resolve(hint(query.error));
    },
  };
}

function answerOf(query: string, outcome: SearchOutcome): DirectoryAnswer {
  switch (outcome.status) {
    case 'found':
      return { kind: 'found', query, entries: outcome.entries, more: outcome.more };
    case 'refused':
      return outcome.error.code === 'invalidQuery' ? { kind: 'hint', problem: 'blank' } : { kind: 'unavailable' };
    case 'unavailable':
      return { kind: 'unavailable' };
  }
}

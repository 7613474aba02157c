/** A divert target as one word, for the command line and CSV. */
import type { Settings } from './configuration';

type Divert = Pick<Settings, 'divertKind' | 'divertValue'>;

export const divertWords = 'activeAssistant, none, assistant:<user id> or number:<number>';

export function divertText({ divertKind, divertValue }: Divert): string {
  return divertKind === 'assistant' || divertKind === 'number' ? `${divertKind}:${divertValue ?? ''}` : divertKind;
}

/** Null: not one of `divertWords`. */
export function parseDivert(text: string): Divert | null {
  if (text === 'activeAssistant' || text === 'none') return { divertKind: text, divertValue: null };
  const [, kind, value] = /^(assistant|number):(.+)$/.exec(text) ?? [];
  if (value === undefined) return null;
  return { divertKind: kind === 'number' ? 'number' : 'assistant', divertValue: value };
}

/** Where the calls of an assistant's managers go while the assistant is offline (product §5: the next available assistant, else the manager). */
import type { ConsoleState } from '../../shared/calls/model';

export type WhereCallsGo =
  | { readonly kind: 'one'; readonly name: string }
  | { readonly kind: 'many' }
  /** Some managers have another assistant, some have none. */
  | { readonly kind: 'some' }
  | { readonly kind: 'managers' }
  | { readonly kind: 'nobody' };

export function whereCallsGo({ me, managers }: Pick<ConsoleState, 'me' | 'managers'>): WhereCallsGo {
  if (managers.length === 0) return { kind: 'nobody' };
  // The service has not moved them yet when it still names the one who has just gone: the next one online will have them.
  const takers = managers.map(({ assistants, activeAssistant }) => {
    const others = assistants.filter(({ userId, online }) => online && userId !== me.userId);
    return others.find(({ userId }) => userId === activeAssistant) ?? others[0];
  });
  const names = new Map(takers.flatMap((one) => (one === undefined ? [] : [[one.userId, one.name] as const])));
  const [first] = names.values();
  if (first === undefined) return { kind: 'managers' };
  if (takers.includes(undefined)) return { kind: 'some' };
  return names.size === 1 ? { kind: 'one', name: first } : { kind: 'many' };
}

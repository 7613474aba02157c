import { describe, expect, it } from 'vitest';
import { aConsole } from '../testing/facts';
import { whereCallsGo } from './whereCallsGo';

describe('while the assistant is offline, calls go', () => {
  const { me, managers } = aConsole();
  const [first, second] = managers;
  if (first === undefined || second === undefined) throw new Error('two managers');
  const served = (manager: typeof first, userId: string | null, online = true) => ({
    ...manager,
    activeAssistant: userId as typeof first.activeAssistant,
    assistants: [
      ...manager.assistants,
      { userId: (userId ?? 'x') as typeof me.userId, name: `Name of ${userId}`, online },
    ],
  });

  it.each([
    [
      'to the one assistant who has them all',
      [served(first, 'tom'), served(second, 'tom')],
      { kind: 'one', name: 'Name of tom' },
    ],
    ['to several', [served(first, 'tom'), served(second, 'ines')], { kind: 'many' }],
    ['to others or to managers', [served(first, 'tom'), served(second, null, false)], { kind: 'some' }],
    ['to managers, when the others are offline too', [served(first, 'tom', false)], { kind: 'managers' }],
    [
      'to the next one, when the last state still names me',
      [{ ...served(first, 'tom'), activeAssistant: me.userId }],
      { kind: 'one', name: 'Name of tom' },
    ],
    ['nowhere, when there is no manager', [], { kind: 'nobody' }],
  ])('%s', (_where, list, expected) => {
    expect(whereCallsGo({ me, managers: list })).toEqual(expected);
  });
});

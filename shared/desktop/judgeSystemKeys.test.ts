import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeSystemKeys, normalAccelerator } from './judgeSystemKeys';

const judged = (answer: string, isMac = false) => judgeSystemKeys({ answer, hangUp: null }, isMac).answer;

it.each([
  'Control+Shift+F9',
  'Control+F9',
  'Alt+F9',
  'Control+Shift+A',
  'Control+Shift+H',
  'ctrl+SHIFT+f2',
  'CmdOrCtrl+Shift+1',
  'Alt+Shift+F4',
  'Control+Alt+Home',
  'Control+F24',
])('%s may be taken on Windows and Linux', (keys) => {
  expect(judged(keys)).toBeNull();
});

it.each(['Command+Shift+A', 'Command+Alt+A', 'Control+Alt+K', 'Command+F9', 'Alt+F9', 'Command+Control+Up'])(
  '%s may be taken on macOS',
  (keys) => {
    expect(judged(keys, true)).toBeNull();
  },
);

it.each([
  ['F9', 'noModifier'],
  ['Shift+F9', 'noModifier'],
  ['A', 'noModifier'],
  ['Shift+A', 'noModifier'],
  ['', 'notAKey'],
  ['+', 'notAKey'],
  ['Control', 'notAKey'],
  ['Control+', 'notAKey'],
  ['Control+Shift', 'notAKey'],
  ['Control+ä', 'notAKey'],
  ['Control+Shift+?', 'notAKey'],
  ['Control+F25', 'notAKey'],
  ['Control+F0', 'notAKey'],
  ['Control+A+B', 'notAKey'],
  ['Super+A', 'notAKey'],
  ['Command+Shift+A', 'notAKey'],
  ['Control+MediaPlayPause', 'notAKey'],
  ['Control+Shift+__proto__', 'notAKey'],
  ['constructor+Control+F9', 'notAKey'],
  ['Control+A', 'reserved'],
  ['Control+C', 'reserved'],
  ['CommandOrControl+V', 'reserved'],
  ['Control+X', 'reserved'],
  ['Control+Z', 'reserved'],
  ['Control+Shift+Z', 'reserved'],
  ['Control+1', 'reserved'],
  ['Alt+A', 'reserved'],
  ['Alt+Shift+A', 'reserved'],
  ['Alt+F4', 'reserved'],
  ['Alt+Tab', 'reserved'],
  ['Alt+Space', 'reserved'],
  ['Control+Return', 'reserved'],
  ['Control+Left', 'reserved'],
  ['Control+Shift+Left', 'reserved'],
  ['Control+Alt+Delete', 'reserved'],
  ['Control+Shift+Escape', 'reserved'],
  ['Control+Alt+F2', 'reserved'],
  ['Control+Alt+A', 'types'],
  ['Control+Alt+Shift+E', 'types'],
] as const)('%j may not: %s', (keys, problem) => {
  expect(judged(keys)).toBe(problem);
});

it.each([
  ['Command+Q', 'reserved'],
  ['Command+C', 'reserved'],
  ['Command+Shift+Q', 'reserved'],
  ['Command+Shift+4', 'reserved'],
  ['Command+Space', 'reserved'],
  ['Command+Control+Q', 'reserved'],
  ['Control+A', 'reserved'],
  ['Alt+A', 'types'],
  ['Option+Shift+A', 'types'],
] as const)('%j may not on macOS: %s', (keys, problem) => {
  expect(judged(keys, true)).toBe(problem);
});

describe('both commands', () => {
  it('cannot have the same keys, however they are spelled', () => {
    const keys = { answer: 'Control+Shift+F9', hangUp: 'Shift+ctrl+f9' };
    expect(judgeSystemKeys(keys, false)).toEqual({ answer: null, hangUp: 'same' });
    expect(judgeSystemKeys({ answer: 'F9', hangUp: 'F9' }, false)).toEqual({
      answer: 'noModifier',
      hangUp: 'noModifier',
    });
  });

  it('may have none', () => {
    expect(judgeSystemKeys({ answer: null, hangUp: null }, false)).toEqual({ answer: null, hangUp: null });
  });
});

it('whatever is in the file: what passes has a modifier that is not Shift and is spelled as Electron spells it', () => {
  const part = fc.constantFrom(
    ...['Control', 'Shift', 'Alt', 'Command', 'Super', 'f9', 'A', 'é', '+', '', 'Left', 'x'.repeat(50)],
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(part).map((parts) => parts.join('+')),
      ),
      fc.boolean(),
      (text, isMac) => {
        if (judged(text, isMac) !== null) return;
        const normal = normalAccelerator(text, isMac) ?? '';
        expect(normal).toMatch(/^(Command\+)?(Control\+)?(Alt\+)?(Shift\+)?([A-Z0-9]|F\d{1,2}|[A-Z][A-Za-z]+)$/);
        expect(normal).toMatch(/Command|Control|Alt/);
        expect(normalAccelerator(normal, isMac)).toBe(normal);
      },
    ),
    { numRuns: 2_000 },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Command } from '../protocol/commands';
import { fold, nothingYet } from './fold';
import { SessionEvent } from './format';
import { maskEvent, maskState } from './mask';
import { maskOf } from './maskSpec';
import type { Spec } from './maskSpec';
import { anyEvent, fieldsOf, inside, privateTextIn, privateTexts } from './maskTesting';
import { Pseudonyms } from './pseudonyms';

const fresh = () => new Pseudonyms((text) => `digest of ${text}`);

describe('whatever is recorded', () => {
  it('is still an event of its kind', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const masked = maskEvent(event, fresh());
        expect(SessionEvent.parse(masked)).toEqual(masked);
        expect(masked.kind).toBe(event.kind);
      }),
      { numRuns: 500 },
    );
  });

  it('has no name, number, id or typed text of the original in it', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
        const pseudonyms = fresh();
        const text = JSON.stringify(events.map((event) => maskEvent(event, pseudonyms)));
        expect(privateTextIn(text)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('leads to the masked state of what it came from', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        const pseudonyms = fresh();
        let state = nothingYet;
        let masked = nothingYet;
        for (const event of events) {
          state = fold(state, event);
          masked = fold(masked, maskEvent(event, pseudonyms));
          expect(masked).toEqual(maskState(state, pseudonyms));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the generator does write private texts into events', () => {
    const texts = JSON.stringify(fc.sample(anyEvent, { numRuns: 300, seed: 1 }));
    expect(privateTexts.filter((text) => !texts.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
  });
});

describe('pseudonyms', () => {
  it('are the same for the same person all the time, wherever the name stands', () => {
    const pseudonyms = fresh();
    expect(pseudonyms.of('manager', 'Ada')).toBe('Manager-1');
    expect(pseudonyms.of('caller', 'Bob')).toBe('Caller-1');
    expect(pseudonyms.of('caller', 'Ada')).toBe('Manager-1');
    expect(pseudonyms.of('caller', 'Bob')).toBe('Caller-1');
    expect(pseudonyms.of('caller', 'bob')).toBe('Caller-2');
    expect(pseudonyms.of('label', 'Ada')).toBe('Manager-1');
    expect(pseudonyms.of('label', 'Intercom')).toBe('Line-1');
    expect(pseudonyms.of('manager', 'Cleo')).toBe('Manager-2');
    expect(pseudonyms.of('person', 'Ada')).toBe('person-1');
    expect(pseudonyms.of('number', '2001')).toBe('#1');
    expect(pseudonyms.of('caller', '')).toBe('');
  });

  it('outlast what is remembered of them', () => {
    const pseudonyms = fresh();
    expect(pseudonyms.of('caller', 'Ada')).toBe('Caller-1');
    for (let n = 0; n < 45_000; n += 1) pseudonyms.of('caller', `somebody ${n}`);
    expect(pseudonyms.of('caller', 'Ada')).toBe('Caller-1');
  });

  it('come from a digest of where the text stands and the text, and nothing else', () => {
    const asked: string[] = [];
    const pseudonyms = new Pseudonyms((text) => {
      asked.push(text);
      return 'always the same';
    });
    expect([pseudonyms.of('number', '1'), pseudonyms.of('number', '2'), pseudonyms.of('line', '1')]).toEqual([
      '#1',
      '#1',
      'line-1',
    ]);
    expect(asked).toEqual(['number\n1', 'number\n2', 'line\n1']);
  });
});

describe('fields', () => {
  const command = (value: unknown) => {
    const id = '00000000-0000-4000-8000-000000000001';
    const masked = maskEvent(SessionEvent.parse({ kind: 'command', id, command: Command.parse(value) }), fresh());
    return masked.kind === 'command' ? masked.command : null;
  };

  it('digits that were keyed in are gone, even how many', () => {
    expect(command({ type: 'sendDigits', connectionId: 'c1', digits: '1234#' })).toEqual({
      type: 'sendDigits',
      connectionId: 'connection-1',
      digits: '*',
    });
  });

  it('patterns keep their shape, and one that is a number looks like that number', () => {
    const patterns = ['2001', '*2001', '2001*', '20XX', '*7*', '', '*'];
    expect(command({ type: 'setPatterns', managerId: 'm', mode: 'inclusive', patterns })).toMatchObject({
      patterns: ['#1', '*#1', '#1*', '#2X', '*#3*', '', '*'],
    });
  });

  it('what is withheld stays withheld, what is absent stays absent', () => {
    expect(command({ type: 'setRedirectTarget', number: null })).toEqual({ type: 'setRedirectTarget', number: null });
    expect(command({ type: 'setDefaultAssistant', managerId: 'm', assistantId: 'a', was: null })).toEqual({
      type: 'setDefaultAssistant',
      managerId: 'person-1',
      assistantId: 'person-2',
      was: null,
    });
    expect(command({ type: 'setDefaultAssistant', managerId: 'm', assistantId: 'a' })).not.toHaveProperty('was');
  });

  it.each([
    ['F7', 'F7'],
    ['$mod+Shift+a', '$mod+Shift+a'],
    ['Shift+F4', 'Shift+F4'],
    ['Alt+7', 'Alt+7'],
    ['Enter', 'Enter'],
    ['Alt+ArrowUp', 'Alt+ArrowUp'],
    ['$mod+Plus', '$mod+Plus'],
    ['$mod+/', '$mod+/'],
    ['7', ''],
    ['Shift+A', ''],
    ['Byron', ''],
    ['F99', ''],
    ['Zander+Wilhelmine', ''],
    ['Alt+Byron', ''],
    ['$mod+12', ''],
    ['a', ''],
    ['5551234', ''],
    ['secret words', ''],
  ])('the keys %j are written as %j', (keys, written) => {
    const intent = { way: 'key' as const, command: 'answer', keys };
    expect(maskEvent({ kind: 'intent', intent }, fresh())).toEqual({
      kind: 'intent',
      intent: { way: 'key', command: 'answer', keys: written },
    });
  });

  it.each([
    ['transfer', 'transfer'],
    ['5551234', ''],
    ['transfer to Ada', ''],
  ])('a command of the registry called %j is written as %j', (name, written) => {
    const intent = { way: 'click' as const, command: name, keys: null };
    expect(maskEvent({ kind: 'intent', intent }, fresh())).toEqual({
      kind: 'intent',
      intent: { way: 'click', command: written, keys: null },
    });
  });

  it('without a tag is not written', () => {
    const odd = { kind: 'gap', why: 'off', note: 'Ada' } as const;
    expect(maskEvent(odd, fresh())).toEqual({ kind: 'gap', why: 'off' });
  });
});

/** The types that keep secrets out; each line is an error of the compiler where it would not be. */
describe('the tags', () => {
  interface Login {
    readonly userName: string;
    readonly password: string;
    readonly token: string | null;
  }

  it('of a password or a token can only be drop', () => {
    const spec: Spec<Login> = { userName: 'caller', password: 'drop', token: 'drop' };
    // @ts-expect-error a password is dropped
    const wrong: Spec<Login> = { userName: 'caller', password: 'word', token: 'drop' };
    const secret = { userName: 'Ada', password: 'letmein', token: 'abc' };
    expect(maskOf<Login>(spec)(secret, fresh())).toEqual({ userName: 'Caller-1', password: '*', token: '*' });
    expect(wrong).not.toEqual(spec);
  });

  it('cannot be left out, and free text is never public', () => {
    // @ts-expect-error no tag for `b`
    const missing: Spec<{ a: number; b: number }> = { a: 'public' };
    // @ts-expect-error any text may stand there
    const open: Spec<{ a: string }> = { a: 'public' };
    expect([missing, open]).toHaveLength(2);
  });

  it('no event has a field of a secret name but keypad digits, whose tag is drop', () => {
    const names = new Set<string>();
    const look = (schema: z.core.$ZodType): void => {
      if (schema instanceof z.ZodObject)
        for (const [name, field] of fieldsOf(schema)) {
          names.add(name);
          look(field);
        }
      else if (schema instanceof z.ZodUnion) schema.options.forEach(look);
      else if (schema instanceof z.ZodArray) look(schema.element);
      else {
        const found = inside(schema);
        if (found !== null) look(found);
      }
    };
    look(SessionEvent);
    expect(names.size).toBeGreaterThan(80);
    const secret = /pass|token|secret|digits|device|query|message|credential|pin$|certificate/i;
    expect([...names].filter((name) => secret.test(name))).toEqual(['messageWaiting', 'digits']);
  });
});

/**
 * How each field is written into a recording. The types leave no choice where a mistake would tell a secret: every field must be
 * tagged, each kind of id and number has its one pseudonym, `public` is not for free text, and what is named like a secret is dropped.
 */
import type { CallId, CommandId, ConnectionId, Dn, LineId, UserId } from '../ids';
import type { Digits } from '../protocol/commands';
import { isChord } from './chord';
import type { Pseudonyms, PseudonymKind } from './pseudonyms';

/** Fields of these names never come into a recording, whatever is in them. */
export type SecretName =
  'password' | 'token' | 'resumeToken' | 'device' | 'secret' | 'digits' | 'query' | 'message' | 'key' | 'certificate';

/** `word`: a name out of our own program, `keys`: a chord, `pattern`: a filter pattern, `hash`: of a state. */
export type FreeText = 'caller' | 'manager' | 'assistant' | 'label' | 'word' | 'keys' | 'pattern' | 'hash';
export type Tag = 'public' | 'drop' | PseudonymKind | FreeText;

type IsUnion<T, Whole = T> = T extends unknown ? ([Whole] extends [T] ? false : true) : never;
type Discriminator<T> = T extends { readonly kind: string }
  ? 'kind'
  : T extends { readonly type: string }
    ? 'type'
    : T extends { readonly status: string }
      ? 'status'
      : T extends { readonly phase: string }
        ? 'phase'
        : never;

type TextTag<T extends string> = [T] extends [Dn]
  ? 'number'
  : [T] extends [UserId]
    ? 'person'
    : [T] extends [LineId]
      ? 'line'
      : [T] extends [CallId]
        ? 'call'
        : [T] extends [ConnectionId]
          ? 'connection'
          : [T] extends [CommandId]
            ? 'command'
            : [T] extends [Digits]
              ? 'drop'
              : string extends T
                ? FreeText
                : 'public';

interface Variants<T, By extends keyof T> {
  readonly by: By;
  readonly of: { readonly [V in T[By] & string]: Fields<Extract<T, Readonly<Record<By, V>>>> };
}

type Fields<T> = {
  readonly [K in keyof T]-?: K extends SecretName ? 'drop' : Spec<NonNullable<T[K]>>;
};

/** Null and absent stay what they are. A list is written `[how each is]`, a union `{ by, of }`. */
export type Spec<T> = [T] extends [string]
  ? TextTag<T>
  : [T] extends [number | boolean]
    ? 'public'
    : [T] extends [readonly (infer E)[]]
      ? readonly [Spec<NonNullable<E>>]
      : IsUnion<T> extends true
        ? Variants<T, Discriminator<T> & keyof T>
        : Fields<T>;

type AnySpec =
  Tag | readonly [AnySpec] | { readonly by: string; readonly of: AnyFields } | { readonly [key: string]: AnySpec };
interface AnyFields {
  readonly [key: string]: AnySpec;
}

export type Mask<T> = (value: T, pseudonyms: Pseudonyms) => T;
type Run = (value: unknown, pseudonyms: Pseudonyms) => unknown;

export function maskOf<T>(spec: Spec<T>): Mask<T> {
  return compiled(spec) as Mask<T>;
}

function compiled(spec: AnySpec): Run {
  if (typeof spec === 'string') return leaf(spec);
  if (isList(spec)) {
    const each = compiled(spec[0]);
    return (value, pseudonyms) => (Array.isArray(value) ? value.map((one) => each(one, pseudonyms)) : null);
  }
  if (isVariants(spec)) {
    const { by } = spec;
    const of = new Map(Object.entries(spec.of).map(([name, fields]) => [name, compiled(fields)]));
    return (value, pseudonyms) => {
      if (!isRecord(value)) return null;
      return of.get(String(value[by]))?.(value, pseudonyms) ?? null;
    };
  }
  const fields = Object.entries(spec).map(([name, tag]) => [name, compiled(tag)] as const);
  return (value, pseudonyms) => {
    if (!isRecord(value)) return null;
    const masked: Record<string, unknown> = {};
    // What has no tag is not written.
    for (const [name, run] of fields) {
      const one = value[name];
      if (one !== undefined) masked[name] = one === null ? null : run(one, pseudonyms);
    }
    return masked;
  };
}

function leaf(tag: Tag): Run {
  switch (tag) {
    case 'public':
      return (value) => value;
    case 'drop':
      return () => '*';
    case 'word':
      return (value) => only(/^[A-Za-z][\w.:-]*$/, value);
    case 'hash':
      return (value) => only(/^[0-9a-f]{16}$/, value);
    case 'keys':
      return (value) => (typeof value === 'string' && isChord(value) ? value : '');
    case 'pattern':
      return (value, pseudonyms) => maskedPattern(String(value), pseudonyms);
    default:
      return (value, pseudonyms) => pseudonyms.of(tag, String(value));
  }
}

/** Its shape is kept; a pattern that is a whole number looks like that number where it calls. */
function maskedPattern(pattern: string, pseudonyms: Pseudonyms): string {
  const body = pattern.replace(/^\*+|\*+$/g, '');
  const start = pattern.startsWith('*') ? '*' : '';
  const end = body !== '' && pattern.endsWith('*') ? '*' : '';
  return `${start}${pseudonyms.of('number', body)}${/x/i.test(body) ? 'X' : ''}${end}`;
}

function only(allowed: RegExp, value: unknown): string {
  return typeof value === 'string' && allowed.test(value) ? value : '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isList(spec: AnySpec): spec is readonly [AnySpec] {
  return Array.isArray(spec);
}

function isVariants(spec: Exclude<AnySpec, string>): spec is { readonly by: string; readonly of: AnyFields } {
  return 'by' in spec && 'of' in spec && typeof spec.by === 'string';
}

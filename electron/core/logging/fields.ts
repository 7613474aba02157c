/**
 * What of a log line may be kept on disk or leave the machine. Every field is named here or is dropped: words of ours pass, words of others
 * only as codes and places (freeText.ts). A new field of a log line is dropped until somebody has thought about it.
 * Masking what is masked changes nothing: lines of the file go into a report the same way as those in memory.
 */
import path from 'node:path';
import { isLinkProblem } from '../../../shared/connection/problem';
import { referencePattern } from '../../../shared/desktop/reference';
import { passable } from '../export/freeText';
import { isSaid } from './said';

export type Shown = string | number | boolean | null;

/** Undefined: nothing of it may be shown. */
type Rule = (value: unknown) => Shown | undefined;

/** Words of the code and of its contracts: no digits, and so no number of anybody. */
const word = /^[A-Za-z_]{1,60}( [a-z]{1,20}){0,3}$/;
const status = /^(closed with|HTTP status) \d{1,5}$/;
/** The console's own files; a recording or a certificate may be called after somebody. What is kept aside has more behind the name, which is left out. */
const fileName =
  /^(?:settings|preferences|layout|speed-dials|history|window|devices|remembered)\.[a-z]{1,12}(?=$|[.-])/;
const sentence = /^[A-Za-z ,:;()'’-]{1,160}$/;
const version = /^\d{1,5}\.\d{1,5}\.\d{1,5}(?:-[a-z]{1,10}(?:\.\d{1,3})?)?$/;
const platform =
  /^(?:aix|android|darwin|freebsd|linux|openbsd|sunos|win32) (?:arm|arm64|ia32|loong64|mips|mipsel|ppc64|riscv64|s390x|x64)$/;
/** Of our own code: `main-C1xA_.js:10:7 …`; five digits in a row are no name of a file of ours. */
const places = /^(?:(?![\w.-]*\d{5})[\w.-]{1,60}\.(?:[cm]?js|ts):\d{1,7}(?::\d{1,7})?(?: |$)){1,12}$/;

/** Ours: a word of the code, a number, yes or no. */
const ours: Rule = (value) =>
  value === null || typeof value === 'boolean' || typeof value === 'number' ? value : matching(value, word);
/** The system's or the service's words. */
const free: Rule = (value) => {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  return isLinkProblem(value) ? value : (matching(value, status) ?? `[${passable(value)}]`);
};
/** The name of a file of ours, without its folder. */
const file: Rule = (value) => {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  return matching(path.basename(value.replaceAll('\\', '/')), fileName) ?? '…';
};
const like =
  (pattern: RegExp): Rule =>
  (value) =>
    matching(value, pattern);

const rules: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(
    [
      ...['phase', 'on', 'server', 'generation', 'code', 'type', 'kind', 'request', 'what', 'variable', 'why'],
      ...['restored', 'status', 'part', 'bytes', 'where', 'error', 'count', 'dropped'],
    ].map((name) => [name, ours]),
  ),
  problem: free,
  reason: free,
  file,
  keptAs: file,
  said: (value) => (typeof value === 'string' && isSaid(value) ? value : undefined),
  places: like(places),
  reference: like(referencePattern),
  run: like(referencePattern),
  version: like(version),
  electron: like(version),
  node: like(version),
  platform: like(platform),
};

/** In the order of the line. */
export function shownFields(fields: Readonly<Record<string, unknown>>): readonly (readonly [string, Shown])[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const shown = Object.hasOwn(rules, name) ? rules[name]?.(value) : undefined;
    return shown === undefined ? [] : [[name, shown] as const];
  });
}

/** A message of the code; every other one is not shown. */
export function shownMessage(message: unknown): string {
  return matching(message, sentence) ?? '…';
}

function matching(value: unknown, pattern: RegExp): string | undefined {
  return typeof value === 'string' ? pattern.exec(value)?.[0] : undefined;
}

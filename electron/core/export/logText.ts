/**
 * The log as it goes into a report. Every field is named here or does not leave: words of ours pass, words of others only as codes and
 * places (freeText.ts). A new field of a log line is dropped until somebody has thought about it.
 */
import path from 'node:path';
import { isLinkProblem } from '../../../shared/connection/problem';
import { passable } from './freeText';

type Rule =
  /** Ours: a word of the code, a number, yes or no. */
  | 'public'
  /** The system's or the service's words. */
  | 'free'
  /** The name of a file of ours, without its folder. */
  | 'file';

const rules: Readonly<Record<string, Rule>> = {
  phase: 'public',
  on: 'public',
  server: 'public',
  generation: 'public',
  code: 'public',
  type: 'public',
  kind: 'public',
  request: 'public',
  what: 'public',
  variable: 'public',
  why: 'public',
  restored: 'public',
  status: 'public',
  part: 'public',
  bytes: 'public',
  problem: 'free',
  reason: 'free',
  file: 'file',
  keptAs: 'file',
};

const levels: Readonly<Record<number, string>> = {
  10: 'TRACE',
  20: 'DEBUG',
  30: 'INFO',
  40: 'WARN',
  50: 'ERROR',
  60: 'FATAL',
};

/** One line each, oldest first. */
export function logText(lines: readonly string[]): string {
  return lines.map(lineText).join('');
}

function lineText(line: string): string {
  const entry = parsed(line);
  if (entry === null) return '(a line that was too long)\n';
  const { time, level, msg, ...fields } = entry;
  const at = typeof time === 'number' ? new Date(time).toISOString() : '';
  const severity = typeof level === 'number' ? (levels[level] ?? '') : '';
  const said = Object.entries(fields).flatMap(([name, value]) => {
    const shown = shownValue(rules[name], value);
    return shown === null ? [] : [`${name}=${shown}`];
  });
  return `${[at, severity, matching(msg, sentence) ?? '…', ...said].join(' ')}\n`;
}

function shownValue(rule: Rule | undefined, value: unknown): string | null {
  if (rule === undefined) return null;
  if (value === null || typeof value === 'boolean') return String(value);
  if (rule === 'public') return typeof value === 'number' ? String(value) : matching(value, word);
  if (typeof value !== 'string') return null;
  if (rule === 'file') return matching(path.basename(value.replaceAll('\\', '/')), fileName) ?? '…';
  return isLinkProblem(value) ? value : (matching(value, status) ?? `[${passable(value)}]`);
}

/** Words of the code and of its contracts: no digits, and so no number of anybody. */
const word = /^[A-Za-z_]{1,60}( [a-z]{1,20}){0,3}$/;
const sentence = /^[A-Za-z ,:;()'’-]{1,160}$/;
const status = /^(closed with|HTTP status) \d{1,5}$/;
/** The console's own files; a recording or a certificate may be called after somebody. What is kept aside has more behind the name, which is left out. */
const fileName =
  /^(?:settings|preferences|layout|speed-dials|history|window|devices|remembered)\.[a-z]{1,12}(?=$|[.-])/;

function matching(value: unknown, pattern: RegExp): string | null {
  if (typeof value !== 'string') return null;
  return pattern.exec(value)?.[0] ?? null;
}

function parsed(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

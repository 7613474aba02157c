/** The log as it goes into a report, as text; what of a line may leave is said in logging/fields.ts. */
import { shownFields, shownMessage } from '../logging/fields';

const levels: Readonly<Record<number, string>> = {
  10: 'TRACE',
  20: 'DEBUG',
  30: 'INFO',
  40: 'WARN',
  50: 'ERROR',
  60: 'FATAL',
};

/** Milliseconds: what a date can be. */
const latest = 8.64e15;

/** One line each, oldest first. */
export function logText(lines: readonly string[]): string {
  return lines.map(lineText).join('');
}

function lineText(line: string): string {
  const entry = parsed(line);
  if (entry === null) return '(a line that was too long)\n';
  const { time, level, msg, ...fields } = entry;
  // A file of the log may be damaged: not every number is a time.
  const at = typeof time === 'number' && Math.abs(time) <= latest ? new Date(time).toISOString() : '';
  const severity = typeof level === 'number' ? (levels[level] ?? '') : '';
  const said = shownFields(fields).map(([name, value]) => `${name}=${String(value)}`);
  return `${[at, severity, shownMessage(msg), ...said].join(' ')}\n`;
}

function parsed(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

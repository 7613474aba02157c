/** A line of the log as it is written to disk: JSON again, with no more in it than fields.ts lets pass. The name of the machine is not. */
import { shownFields, shownMessage } from './fields';

/** Null where it is no line of the log. */
export function maskLine(line: string): string | null {
  const entry = parsed(line);
  if (entry === null) return null;
  const { level, time, msg, ...fields } = entry;
  if (!isSmall(level) || typeof time !== 'number' || !Number.isFinite(time)) return null;
  return `${JSON.stringify({ level, time, ...Object.fromEntries(shownFields(fields)), msg: shownMessage(msg) })}\n`;
}

/** Pino's number of *fatal*. */
const fatal = 60;

export function isFatal(line: string): boolean {
  return line.startsWith(`{"level":${fatal},`);
}

function isSmall(level: unknown): level is number {
  return typeof level === 'number' && Number.isInteger(level) && level >= 0 && level <= fatal;
}

function parsed(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

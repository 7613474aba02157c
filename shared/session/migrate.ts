/**
 * Recordings of every format version open for ever: each older one has a step here that brings its header and its lines one
 * version on, and fixtures that show it (e2e/fixtures/recordings/v<version>). The reader knows the newest version only.
 */
import { z } from 'zod';
import { fail, ok, type Result } from '../result';
import { formatName, formatVersion, Header } from './format';
import type { RecordingProblem } from './recording';

type Raw = Readonly<Record<string, unknown>>;

/** From one version to the next. Each gets what JSON.parse made of a line that may be damaged, and must bear it. */
export interface Step {
  header(header: Raw): Raw;
  line(line: Raw): Raw;
}

/** By the version they begin at. When `formatVersion` is raised to 2, `1: {…}` is added here and the fixtures of version 1 stay. */
export const steps: ReadonlyMap<number, Step> = new Map();

const Any = z.record(z.string(), z.unknown());
const Stamp = z.object({ format: z.literal(formatName), version: z.number().int().min(1) });

export interface Migration {
  readonly header: Header;
  /** Null for a recording that is as it is written today. */
  readonly line: ((line: unknown) => unknown) | null;
}

export function migrate(
  value: unknown,
  known: ReadonlyMap<number, Step> = steps,
  newest: number = formatVersion,
): Result<Migration, RecordingProblem> {
  const raw = Any.safeParse(value);
  if (!raw.success || raw.data['format'] !== formatName) return fail('notARecording');
  const stamp = Stamp.safeParse(value);
  if (!stamp.success) return fail('unreadable');
  const { version } = stamp.data;
  if (version > newest) return fail('newerVersion');
  const way: Step[] = [];
  for (let from = version; from < newest; from++) {
    const step = known.get(from);
    if (step === undefined) return fail('unreadable');
    way.push(step);
  }
  const header = Header.safeParse(
    way.reduce<Raw>((now, step) => step.header(now), { ...raw.data, version: formatVersion }),
  );
  if (!header.success) return fail('unreadable');
  if (way.length === 0) return ok({ header: header.data, line: null });
  return ok({ header: header.data, line: (line) => migrateLine(line, way) });
}

function migrateLine(line: unknown, way: readonly Step[]): unknown {
  const raw = Any.safeParse(line);
  return raw.success ? way.reduce<Raw>((now, step) => step.line(now), raw.data) : line;
}

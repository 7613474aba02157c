/** A JSON file with a version: migrated step by step from older ones, kept aside where it is damaged or of a newer console. */
import type { z } from 'zod';
import { fail } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Log } from '../log';
import { backupOf, keepBackup, moveAside, readText, writeWhole } from './wholeFile';

type Fields = Readonly<Record<string, unknown>>;

export interface FileFormat<T> {
  readonly schema: z.ZodType<T>;
  /** The first leads from version 1 to 2, and so on; the version of the schema is one more than there are steps. */
  readonly migrations: readonly ((old: Fields) => Fields)[];
  /** Where there is no file yet, or none that can be read. */
  readonly initial: T;
}

/** Why the file itself is not in force. `keptAs` null: it could not be moved, so nothing is written over it. */
export interface ReadProblem {
  readonly why: 'damaged' | 'newer';
  readonly keptAs: string | null;
  /** The text before it is in force instead; else the initial one. */
  readonly restored: boolean;
}

export interface Read<T> {
  readonly value: T;
  /** As it was found, before it was migrated; null where nothing was found. */
  readonly found: Fields | null;
  readonly problem: ReadProblem | null;
}

type Parsed<T> = { readonly kind: 'fits'; readonly value: T; readonly found: Fields } | { readonly kind: Unfit };
type Unfit = 'missing' | ReadProblem['why'];

export class VersionedFile<T> {
  /** Lies where we write, and could be neither read nor moved. */
  #inTheWay: ReadProblem['why'] | null = null;

  constructor(
    private readonly file: string,
    private readonly format: FileFormat<T>,
    private readonly log: Log,
  ) {}

  read(): Read<T> {
    const { file, log } = this;
    const own = this.#parse(file);
    if (own.kind === 'fits') return { ...own, problem: null };
    if (own.kind === 'missing') return { value: this.format.initial, found: null, problem: null };
    const keptAs = moveAside(file, own.kind);
    if (keptAs === null) this.#inTheWay = own.kind;
    const before = this.#parse(backupOf(file));
    const restored = before.kind === 'fits';
    if (before.kind === 'damaged' || before.kind === 'newer') moveAside(backupOf(file), before.kind);
    log.warn({ file, why: own.kind, keptAs, restored }, 'file cannot be read: kept aside');
    const problem = { why: own.kind, keptAs, restored };
    if (before.kind !== 'fits') return { value: this.format.initial, found: null, problem };
    // At once, so that the next start finds it: the `.bak` is only looked at beside a file that can't be read.
    if (keptAs !== null) writeWhole(file, textOf(before.value));
    return { ...before, problem };
  }

  /** What was in the file before stays in `.bak`. */
  write(value: T): Result<undefined, Error> {
    if (this.#inTheWay !== null && moveAside(this.file, this.#inTheWay) === null)
      return fail(new Error(`${this.file} can be neither read nor moved`));
    this.#inTheWay = null;
    const kept = keepBackup(this.file);
    return kept.ok ? writeWhole(this.file, textOf(value)) : kept;
  }

  #parse(file: string): Parsed<T> {
    const text = readText(file);
    if (!text.ok) return { kind: 'damaged' };
    if (text.value === null) return { kind: 'missing' };
    const found = fieldsOf(text.value);
    const version = found?.['version'];
    if (found === null || typeof version !== 'number' || !Number.isInteger(version) || version < 1)
      return { kind: 'damaged' };
    const { migrations, schema } = this.format;
    if (version > migrations.length + 1) return { kind: 'newer' };
    try {
      const value = schema.safeParse(migrations.slice(version - 1).reduce((fields, step) => step(fields), found));
      return value.success ? { kind: 'fits', value: value.data, found } : { kind: 'damaged' };
    } catch {
      return { kind: 'damaged' };
    }
  }
}

function fieldsOf(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

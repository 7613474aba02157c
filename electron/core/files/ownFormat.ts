/**
 * Only what somebody has chosen: the file of a document that others (an administrator, the command line, the console itself) fill up. What was never
 * chosen is not in it, so that a later preset or a better default reaches whoever has no wish of their own.
 */
import { z } from 'zod';
import type { FileFormat } from './versionedFile';

export type Own<T extends { version: number }> = Pick<T, 'version'> & Partial<T>;

/** The same fields, each of which may be missing. */
export function ownFormat<T extends { version: number }>(
  whole: z.ZodObject<z.ZodRawShape>,
  version: T['version'],
  migrations: FileFormat<T>['migrations'],
): FileFormat<Own<T>> {
  const fields = Object.entries(whole.shape).map(([name, field]) => [
    name,
    name === 'version' ? field : z.exactOptional(withoutDefault(field)),
  ]);
  const schema = z.object(Object.fromEntries(fields) as z.ZodRawShape).transform((own) => own as Own<T>);
  return { schema, migrations, initial: { version } as Own<T> };
}

/** A default would look like somebody's choice. */
export function withoutDefault(field: z.core.$ZodType): z.core.$ZodType {
  return field instanceof z.ZodDefault ? field.unwrap() : field;
}

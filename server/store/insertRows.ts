/**
 * Inserts many rows by one statement with one parameter, JSON: a statement with a parameter for each cell takes longer to put together
 * than to do, and all the while nobody else can write.
 */
import { sql, type RawBuilder } from 'kysely';
import { isPostgres } from './dialect';
import type { Tx } from './open';
import type { Schema } from './schema';

export type Cell = string | number | null;

/** Rows in one statement: bounds the memory. */
const batch = 5_000;

/** All rows have the same columns. `clash`: what to do with rows that are there already. */
export async function insertRows<Row extends Readonly<Record<keyof Row, Cell>>>(
  tx: Tx,
  table: keyof Schema,
  rows: readonly Row[],
  clash: RawBuilder<unknown> = sql``,
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  for (let from = 0; from < rows.length; from += batch) {
    const part = rows.slice(from, from + batch);
    const source = isPostgres(tx)
      ? sql`select ${names} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(part)}::json)`
      : sql`select ${sql.join(columns.map((column) => sql`value ->> ${sql.lit(column)}`))}
          from json_each(${JSON.stringify(part)})`;
    await sql`insert into ${sql.table(table)} (${names}) ${source} where true ${clash}`.execute(tx);
  }
}

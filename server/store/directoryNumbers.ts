/** Numbers of the directory, for whoever looks for free ones. */
import { sql } from 'kysely';
import type { Db } from './open';

/** Those from `from` to `to`, two equally long texts of digits. */
export async function numbersInRange(db: Db, from: string, to: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('directory')
    .select('number_key')
    .where('number_key', '>=', from)
    .where('number_key', '<=', to)
    .where(sql<boolean>`length(number_key) = ${from.length}`)
    .execute();
  return new Set(rows.map((row) => row.number_key));
}

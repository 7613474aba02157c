/** Brings a store to this program's version: exactly one of two services does it. */
import { Migrator, type Kysely } from 'kysely';
import { migrations } from './migrations';
import type { Schema } from './schema';

/** Kysely's own list of what was done. */
type Done = Record<'kysely_migration', { name: string }>;

/** `name` is for the message: an address without its password. Throws when the store is newer than this program. */
export async function migrate(db: Kysely<Schema>, name: string): Promise<void> {
  const done = await migrationsOf(db);
  const known = Object.keys(migrations);
  const unknown = done.find((migration) => !known.includes(migration));
  if (unknown !== undefined) {
    throw new Error(
      `${name} was made by a newer version of this program (${unknown}; this one knows ${known.at(-1) ?? 'none'}). Nothing was changed. Install the newer version.`,
    );
  }
  if (known.every((migration) => done.includes(migration))) return;
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error(JSON.stringify(error));
}

async function migrationsOf(db: Kysely<Schema>): Promise<string[]> {
  try {
    const rows = await db.withTables<Done>().selectFrom('kysely_migration').select('name').execute();
    return rows.map((row) => row.name);
  } catch (error) {
    // A new store has no such table.
    if (error instanceof Error && /no such table|does not exist/.test(error.message)) return [];
    throw error;
  }
}

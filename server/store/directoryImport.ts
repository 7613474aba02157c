/**
 * Replaces the whole directory, however large, in bounded memory: whole or not at all. When `parts` throws, or an entry cannot be
 * stored, the directory is as it was.
 */
import { isPostgres } from './dialect';
import { importIntoPostgres } from './directoryImportPostgres';
import { importIntoSqlite } from './directoryImportSqlite';
import type { DirectoryImport } from './newDirectory';
import type { Db } from './open';

/** How many entries the directory has now. */
export function importDirectory(db: Db, options: DirectoryImport): Promise<number> {
  return isPostgres(db) ? importIntoPostgres(db, options) : importIntoSqlite(db, options);
}

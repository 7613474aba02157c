/** Every migration, forward only, in name order. One that has been released is never edited. */
import type { Migration } from 'kysely';
import { first } from './0001-first';
import { wholeService } from './0002-whole-service';

export const migrations: Record<string, Migration> = {
  '0001-first': first,
  '0002-whole-service': wholeService,
};

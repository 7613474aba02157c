import { sql, type Kysely } from 'kysely';
import { isPostgres } from '../dialect';
import { postgres } from './0002-whole-service.postgres';

/** Pools, both line modes, voicemail, rules, call records, devices; the directory's search index moves into the service (decision 6). */
const sqlite = [
  `alter table users add column mode text not null default 'proxy' check (mode in ('proxy', 'shared'))`,
  `alter table users add column pool integer not null default 1 check (pool between 1 and 3)`,
  `alter table users add column voicemail integer not null default 0`,
  // Where an assistant's Redirect goes; null is the default of the mode.
  `alter table users add column redirect_to text`,

  // `lines` gets another kind, and says whom an assistant's intercom line is for; `associations` a better column name: both made anew, the referring table first out of the way.
  `create table associations_before as select * from associations`,
  `drop table associations`,
  `create table lines_after (
    id text primary key, user_id text not null references users (id) on delete cascade, dn text not null, phone_id text not null,
    kind text not null check (kind in ('own', 'proxy', 'shared', 'intercom')), position integer not null,
    for_manager text references users (id) on delete set null) strict`,
  `insert into lines_after select id, user_id, dn, phone_id, kind, position, null from lines`,
  `drop table lines`,
  `alter table lines_after rename to lines`,
  // Only a shared line repeats a number (product §5).
  `create unique index lines_dn on lines (dn) where kind <> 'shared'`,
  `create index lines_user on lines (user_id)`,
  `create index lines_for_manager on lines (for_manager)`,
  `create table associations (
    manager_id text not null references users (id) on delete cascade, assistant_id text not null references users (id) on delete cascade,
    line_id text not null unique references lines (id), position integer not null, is_default integer not null,
    primary key (manager_id, assistant_id)) strict`,
  `create unique index associations_one_default on associations (manager_id) where is_default = 1`,
  `create index associations_assistant on associations (assistant_id)`,
  `insert into associations select manager_id, assistant_id, proxy_line_id, position, is_default from associations_before`,
  `drop table associations_before`,

  `alter table manager_settings add column assistant_watch integer not null default 1`,
  `alter table manager_settings add column alert_tone integer not null default 1`,

  `create table pool_lease (
    id integer primary key check (id between 1 and 3), holder text, epoch integer not null, expires_at integer not null) strict`,
  `insert into pool_lease select id, holder, epoch, expires_at from lease`,
  `insert into pool_lease (id, holder, epoch, expires_at) values (2, null, 0, 0), (3, null, 0, 0)`,
  `drop table lease`,
  `alter table pool_lease rename to lease`,

  // A row that says offline is from now on somebody who went offline by choice, the console still open; nobody could do that before.
  `delete from presence where online = 0`,

  `alter table sessions add column kind text not null default 'console' check (kind in ('console', 'web'))`,
  `create table devices (
    token_hash text primary key, user_id text not null references users (id) on delete cascade,
    created_at integer not null, used_at integer not null) strict`,
  `create index devices_user on devices (user_id)`,

  // One row: raised with each change, so that running services notice (server/store/revision).
  `create table revision (id integer primary key check (id = 1), company integer not null, directory integer not null) strict`,
  `insert into revision (id, company, directory) values (1, 1, 1)`,

  `create table rules (
    kind text not null check (kind in ('dial', 'lookup')), position integer not null, name text not null, begins_with text not null,
    digits integer, remove integer not null, prefix text not null, primary key (kind, position)) strict`,

  `create table call_records (
    id integer primary key, call_id text not null, manager_id text not null, assistant_id text, arrived_at integer not null,
    ended_at integer not null, outcome text not null, rang_ms integer not null, talked_ms integer not null) strict`,
  `create index call_records_arrived on call_records (arrived_at)`,
  // Both services of a pair may know of the same call: one row.
  `create unique index call_records_call on call_records (call_id)`,

  `drop trigger directory_added`,
  `drop trigger directory_removed`,
  `drop trigger directory_changed`,
  `drop table directory_search`,
  // The number without what people write between digits: callers' names are looked up by it.
  `alter table directory add column number_key text not null default ''`,
  `update directory set number_key =
    ltrim(replace(replace(replace(replace(replace(replace(number, '-', ''), '.', ''), ' ', ''), '(', ''), ')', ''), '/', ''), '+')`,
  `create index directory_number on directory (number_key)`,
  // Read page by page, in the order of answers.
  `drop index directory_order`,
  `create index directory_order on directory (sort_key, id)`,
];

export const wholeService = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of isPostgres(db) ? postgres : sqlite) await sql.raw(statement).execute(db);
  },
};

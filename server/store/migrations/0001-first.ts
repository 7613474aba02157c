/** Released: the statements for SQLite are never edited. */
import { sql, type Kysely } from 'kysely';
import { isPostgres } from '../dialect';
import { postgres } from './0001-first.postgres';

const sqlite = [
  `create table users (
    id text primary key, first_name text not null, last_name text not null,
    role text not null check (role in ('manager', 'assistant')), password_hash text not null) strict`,
  `create table lines (
    id text primary key, user_id text not null references users (id) on delete cascade, dn text not null, phone_id text not null,
    kind text not null check (kind in ('own', 'proxy', 'intercom')), position integer not null) strict`,
  // Proxy numbers are unique, and no two managers share a controlled DN (product §5).
  `create unique index lines_proxy_dn on lines (dn) where kind = 'proxy'`,
  `create table associations (
    manager_id text not null references users (id) on delete cascade, assistant_id text not null references users (id) on delete cascade,
    proxy_line_id text not null unique references lines (id), position integer not null, is_default integer not null,
    primary key (manager_id, assistant_id)) strict`,
  `create unique index associations_one_default on associations (manager_id) where is_default = 1`,
  `create table manager_settings (
    manager_id text primary key references users (id) on delete cascade, divert_all integer not null default 0,
    divert_kind text not null default 'activeAssistant', divert_value text,
    filter_on integer not null default 1, filter_mode text not null default 'inclusive') strict`,
  `create table patterns (
    manager_id text not null references users (id) on delete cascade, mode text not null, position integer not null, pattern text not null,
    primary key (manager_id, mode, position), unique (manager_id, mode, pattern)) strict`,
  `create table parameters (key text primary key, value text not null) strict`,
  `create table lease (
    id integer primary key check (id = 1), holder text, epoch integer not null, expires_at integer not null) strict`,
  `insert into lease (id, holder, epoch, expires_at) values (1, null, 0, 0)`,
  `create table sessions (
    token_hash text primary key, user_id text not null references users (id) on delete cascade,
    created_at integer not null, expires_at integer not null) strict`,
  `create index sessions_user on sessions (user_id)`,
  `create table presence (
    user_id text primary key references users (id) on delete cascade, online integer not null, since integer not null) strict`,
  `create table commands (
    user_id text not null, id text not null, state text not null, result text, at integer not null, primary key (user_id, id)) strict`,
  `create index commands_at on commands (at)`,
  `create table change_log (
    id integer primary key, at integer not null, line_number text not null, for_role text not null, for_user text not null,
    by_role text not null, by_user text not null, parameter text not null, old_value text not null, new_value text not null) strict`,
  `create table directory (
    row integer primary key, id text not null unique, first_name text not null, last_name text not null, number text not null,
    department text not null, folded text not null, sort_key text not null) strict`,
  `create index directory_order on directory (sort_key)`,
  `create virtual table directory_search using fts5 (folded, content = 'directory', content_rowid = 'row', tokenize = 'trigram')`,
  `create trigger directory_added after insert on directory begin
    insert into directory_search (rowid, folded) values (new.row, new.folded); end`,
  `create trigger directory_removed after delete on directory begin
    insert into directory_search (directory_search, rowid, folded) values ('delete', old.row, old.folded); end`,
  `create trigger directory_changed after update on directory begin
    insert into directory_search (directory_search, rowid, folded) values ('delete', old.row, old.folded);
    insert into directory_search (rowid, folded) values (new.row, new.folded); end`,
];

export const first = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of isPostgres(db) ? postgres : sqlite) await sql.raw(statement).execute(db);
  },
};

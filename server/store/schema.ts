/** The tables as Kysely sees them. Only `server/store` knows column names; everything outside speaks domain types. */
import type { Generated } from 'kysely';

/** SQLite has no booleans. */
type Flag = 0 | 1;

export interface Schema {
  users: { id: string; first_name: string; last_name: string; role: 'manager' | 'assistant'; password_hash: string };
  lines: {
    id: string;
    user_id: string;
    dn: string;
    phone_id: string;
    kind: 'own' | 'proxy' | 'intercom';
    position: number;
  };
  associations: {
    manager_id: string;
    assistant_id: string;
    proxy_line_id: string;
    position: number;
    is_default: Flag;
  };
  manager_settings: {
    manager_id: string;
    divert_all: Flag;
    divert_kind: 'activeAssistant' | 'assistant' | 'number';
    /** A user id or a number, as `divert_kind` says. */
    divert_value: string | null;
    filter_on: Flag;
    filter_mode: 'inclusive' | 'exclusive';
  };
  patterns: { manager_id: string; mode: 'inclusive' | 'exclusive'; position: number; pattern: string };
  parameters: { key: string; value: string };
  lease: { id: number; holder: string | null; epoch: number; expires_at: number };
  sessions: { token_hash: string; user_id: string; created_at: number; expires_at: number };
  presence: { user_id: string; online: Flag; since: number };
  commands: { user_id: string; id: string; state: 'begun' | 'done'; result: string | null; at: number };
  change_log: {
    id: Generated<number>;
    at: number;
    line_number: string;
    for_role: 'manager' | 'assistant';
    for_user: string;
    by_role: 'manager' | 'assistant';
    by_user: string;
    parameter: string;
    old_value: string;
    new_value: string;
  };
  directory: {
    row: Generated<number>;
    id: string;
    first_name: string;
    last_name: string;
    number: string;
    department: string;
    /** Both names folded (shared/directory/query): what is searched. */
    folded: string;
    sort_key: string;
  };
  directory_search: { rowid: number; folded: string; directory_search: string };
}

export const flag = (on: boolean): Flag => (on ? 1 : 0);

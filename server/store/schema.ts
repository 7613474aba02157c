/** The tables as Kysely sees them. Only `server/store` knows column names; everything outside speaks domain types. */
import type { Generated } from 'kysely';

/** SQLite has no booleans. */
type Flag = 0 | 1;

export interface Schema {
  users: {
    id: string;
    first_name: string;
    last_name: string;
    role: 'manager' | 'assistant';
    password_hash: string;
    mode: 'proxy' | 'shared';
    pool: number;
    /** Managers: there is a voicemail box. */
    voicemail: Flag;
    /** Assistants: where Redirect goes; null is the default of the mode. */
    redirect_to: string | null;
  };
  lines: {
    id: string;
    user_id: string;
    dn: string;
    phone_id: string;
    kind: 'own' | 'proxy' | 'shared' | 'intercom';
    position: number;
    /** An assistant's intercom line: which manager it is for. Proxy and shared lines say it by their association. */
    for_manager: string | null;
  };
  associations: {
    manager_id: string;
    assistant_id: string;
    /** The proxy line, or the appearance of the shared line, on the assistant's phone. */
    line_id: string;
    position: number;
    is_default: Flag;
  };
  manager_settings: {
    manager_id: string;
    divert_all: Flag;
    divert_kind: 'activeAssistant' | 'assistant' | 'number' | 'none';
    /** A user id or a number, as `divert_kind` says. */
    divert_value: string | null;
    filter_on: Flag;
    filter_mode: 'inclusive' | 'exclusive';
    assistant_watch: Flag;
    alert_tone: Flag;
  };
  patterns: { manager_id: string; mode: 'inclusive' | 'exclusive'; position: number; pattern: string };
  parameters: { key: string; value: string };
  /** One row a pool. */
  lease: { id: number; holder: string | null; epoch: number; expires_at: number };
  sessions: { token_hash: string; user_id: string; created_at: number; expires_at: number; kind: 'console' | 'web' };
  devices: { token_hash: string; user_id: string; created_at: number; used_at: number };
  presence: { user_id: string; online: Flag; since: number };
  commands: { user_id: string; id: string; state: 'begun' | 'done'; result: string | null; at: number };
  change_log: {
    id: Generated<number>;
    at: number;
    line_number: string;
    for_role: 'manager' | 'assistant' | 'company';
    for_user: string;
    by_role: 'manager' | 'assistant' | 'administrator';
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
    /** `numberKey` of the number (server/store/directory). */
    number_key: string;
  };
  /** One row. */
  revision: { id: number; company: number; directory: number };
  rules: {
    kind: 'dial' | 'lookup';
    position: number;
    name: string;
    begins_with: string;
    digits: number | null;
    remove: number;
    prefix: string;
  };
  call_records: {
    id: Generated<number>;
    call_id: string;
    manager_id: string;
    /** Who had it or let it ring last; null where no assistant was in it. */
    assistant_id: string | null;
    arrived_at: number;
    ended_at: number;
    outcome: string;
    rang_ms: number;
    talked_ms: number;
  };
}

export const flag = (on: boolean): Flag => (on ? 1 : 0);

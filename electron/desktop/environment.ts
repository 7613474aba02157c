/** Presets of the environment, for `npm start`, roll-out scripts and tests. They win over the settings file for this run. */
import { Settings } from '../../shared/bridge';
import { parseAddress } from '../core/address';
import { readAuthorityFile } from '../core/authorityFile';
import type { Log } from '../core/log';

export interface Environment {
  readonly userDataDir: string | null;
  /** Where the accounts of the demo are listed. */
  readonly demoAccountsFile: string | null;
  readonly presets: Partial<Settings>;
}

const yesOrNo: Readonly<Record<string, boolean>> = { '1': true, true: true, '0': false, false: false };

function authorityIn(file: string | undefined, log: Log): string | null {
  if (file === undefined) return null;
  const authority = readAuthorityFile(file);
  if (authority.ok) return authority.value;
  log.warn({ file, problem: authority.error }, 'the authority cannot be taken');
  return null;
}

/** What is not valid is logged and left out: a console with its own settings is better than none. */
export function readEnvironment(variables: NodeJS.ProcessEnv, log: Log): Environment {
  const candidates: readonly [keyof Settings, string, unknown][] = [
    ['primary', 'ASSISTANT_CONSOLE_PRIMARY', parseAddress(variables['ASSISTANT_CONSOLE_PRIMARY'] ?? '')],
    ['backup', 'ASSISTANT_CONSOLE_BACKUP', parseAddress(variables['ASSISTANT_CONSOLE_BACKUP'] ?? '')],
    ['authority', 'ASSISTANT_CONSOLE_AUTHORITY', authorityIn(variables['ASSISTANT_CONSOLE_AUTHORITY'], log)],
    ['allowPlain', 'ASSISTANT_CONSOLE_ALLOW_PLAIN', yesOrNo[variables['ASSISTANT_CONSOLE_ALLOW_PLAIN'] ?? ''] ?? null],
    ['heartbeatIntervalMs', 'ASSISTANT_CONSOLE_HEARTBEAT_MS', Number(variables['ASSISTANT_CONSOLE_HEARTBEAT_MS'])],
    ['requestTimeoutMs', 'ASSISTANT_CONSOLE_TIMEOUT_MS', Number(variables['ASSISTANT_CONSOLE_TIMEOUT_MS'])],
  ];
  const presets: Record<string, unknown> = {};
  for (const [setting, variable, value] of candidates) {
    if (variables[variable] === undefined) continue;
    const valid = value !== null && Settings.shape[setting].safeParse(value).success;
    if (valid) presets[setting] = value;
    else log.warn({ variable }, 'environment variable is not valid: left out');
  }
  return {
    userDataDir: variables['ASSISTANT_CONSOLE_USER_DATA'] ?? null,
    demoAccountsFile: variables['ASSISTANT_CONSOLE_DEMO_ACCOUNTS'] ?? null,
    presets: presets,
  };
}

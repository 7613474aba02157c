/** The command line of the browser host. */
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Settings } from '../../shared/bridge';
import { fail, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import { parseAddress } from '../core/address';
import { readAuthorityFile } from '../core/authorityFile';

export interface Flags {
  /** 0 takes any free port. */
  readonly port: number;
  /** Win over the settings file for this run. */
  readonly presets: Partial<Settings>;
  readonly dataDir: string;
  readonly rendererDir: string;
  readonly exitWithParent: boolean;
  /** For this run, until the settings are saved; null follows the settings. */
  readonly logLevel: string | null;
  /** Where the accounts of the demo are listed. */
  readonly demoAccountsFile: string | null;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Built pages lie beside the built host. */
const builtRenderer = fileURLToPath(new URL('./renderer', import.meta.url));

/** The error is a sentence for the person at the command line. */
export function parseFlags(argv: string[]): Result<Flags, string> {
  try {
    return ok(flagsOf(argv));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function flagsOf(args: string[]): Flags {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '0' },
      primary: { type: 'string' },
      backup: { type: 'string' },
      authority: { type: 'string' },
      'allow-plain': { type: 'boolean' },
      'heartbeat-interval-ms': { type: 'string' },
      'request-timeout-ms': { type: 'string' },
      'data-dir': { type: 'string', default: path.join(homedir(), '.assistant-console') },
      'renderer-dir': { type: 'string', default: builtRenderer },
      'exit-with-parent': { type: 'boolean', default: false },
      'log-level': { type: 'string' },
      'demo-accounts': { type: 'string' },
    },
  });
  const presets = Settings.partial().safeParse({
    ...addressPreset('primary', values.primary),
    ...addressPreset('backup', values.backup),
    ...authorityPreset(values.authority),
    ...(values['allow-plain'] !== undefined && { allowPlain: values['allow-plain'] }),
    ...periodPreset('heartbeatIntervalMs', values['heartbeat-interval-ms']),
    ...periodPreset('requestTimeoutMs', values['request-timeout-ms']),
  });
  if (!presets.success) throw new Error('Interval and timeout are milliseconds from 1000 to 600000.');
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port takes a number from 0 to 65535.');
  const logLevel = values['log-level'] ?? null;
  if (logLevel !== null && !logLevels.includes(logLevel))
    throw new Error(`--log-level takes one of ${logLevels.join(', ')}.`);
  return {
    port,
    presets: presets.data as Partial<Settings>,
    dataDir: path.resolve(values['data-dir']),
    rendererDir: path.resolve(values['renderer-dir']),
    exitWithParent: values['exit-with-parent'],
    logLevel,
    demoAccountsFile: values['demo-accounts'] ?? null,
  };
}

function addressPreset(name: 'primary' | 'backup', text: string | undefined): object {
  if (text === undefined) return {};
  const address = parseAddress(text);
  if (address === null) throw new Error(`--${name} takes host:port or wss://host:port, not "${text}".`);
  return { [name]: address };
}

function authorityPreset(file: string | undefined): object {
  if (file === undefined) return {};
  const authority = readAuthorityFile(file);
  if (!authority.ok) throw new Error(`--authority ${file}: ${authority.error}.`);
  return { authority: authority.value };
}

function periodPreset(name: 'heartbeatIntervalMs' | 'requestTimeoutMs', text: string | undefined): object {
  return text === undefined ? {} : { [name]: Number(text) };
}

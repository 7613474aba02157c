/** The server settings as text in fields, and back. */
import type { ServerAddress, Settings } from '../../shared/bridge';
import type { LockName } from '../../shared/console/locks';
import { isLoopback } from '../../shared/connection/loopback';
import { fail, ok, type Result } from '../../shared/result';

export interface SettingsText {
  readonly primaryHost: string;
  readonly primaryPort: string;
  readonly backupHost: string;
  readonly backupPort: string;
  /** Seconds; empty follows the server. */
  readonly heartbeat: string;
  readonly timeout: string;
  readonly logLevel: Settings['logLevel'];
  readonly primaryTls: boolean;
  readonly backupTls: boolean;
  readonly allowPlain: boolean;
  /** PEM. */
  readonly authority: string | null;
}

/** What is typed. */
export type TextField = Exclude<
  keyof SettingsText,
  'logLevel' | 'primaryTls' | 'backupTls' | 'allowPlain' | 'authority'
>;

/** Which setting a field is a part of. */
export const settingOf = {
  primaryHost: 'primary',
  primaryPort: 'primary',
  backupHost: 'backup',
  backupPort: 'backup',
  heartbeat: 'heartbeatIntervalMs',
  timeout: 'requestTimeoutMs',
} as const satisfies Record<TextField, LockName>;

/** What is locked is saved exactly as it was told, not as this form would have written it. */
export function keepLocked(wanted: Settings, told: Settings, locked: readonly LockName[]): Settings {
  const kept = Object.entries(told).filter(([name]) => locked.some((lock) => lock === name));
  return { ...wanted, ...Object.fromEntries(kept) };
}

export type SettingsProblems = Partial<Record<TextField, 'badHost' | 'badPort' | 'badPeriod' | 'sameServer'>>;

const secondsText = (milliseconds: number | null): string => (milliseconds === null ? '' : String(milliseconds / 1000));

export function settingsText(settings: Settings): SettingsText {
  return {
    primaryHost: settings.primary.host,
    primaryPort: String(settings.primary.port),
    backupHost: settings.backup?.host ?? '',
    backupPort: settings.backup === null ? '' : String(settings.backup.port),
    heartbeat: secondsText(settings.heartbeatIntervalMs),
    timeout: secondsText(settings.requestTimeoutMs),
    logLevel: settings.logLevel,
    primaryTls: settings.primary.tls,
    backupTls: settings.backup?.tls ?? false,
    allowPlain: settings.allowPlain,
    authority: settings.authority,
  };
}

/** Another host: other machines are spoken to encrypted, this one is not, until somebody says otherwise for that host. */
export function withHost(text: SettingsText, server: 'primary' | 'backup', host: string): SettingsText {
  const [hostField, tlsField] =
    server === 'primary' ? (['primaryHost', 'primaryTls'] as const) : (['backupHost', 'backupTls'] as const);
  const usual = text[tlsField] === usualTls(text[hostField]);
  return { ...text, [hostField]: host, ...(usual && { [tlsField]: usualTls(host) }) };
}

function usualTls(host: string): boolean {
  return host.trim() !== '' && !isLoopback(host);
}

/** With these settings the console would not connect there at all. */
export function isPlainRefused(text: SettingsText, server: 'primary' | 'backup'): boolean {
  const [host, tls] = server === 'primary' ? [text.primaryHost, text.primaryTls] : [text.backupHost, text.backupTls];
  return !tls && !text.allowPlain && usualTls(host);
}

export function parseSettings(text: SettingsText, before: Settings): Result<Settings, SettingsProblems> {
  const problems: SettingsProblems = {};
  const noBackup = text.backupHost.trim() === '' && text.backupPort.trim() === '';
  const heartbeatIntervalMs = period(text.heartbeat);
  const requestTimeoutMs = period(text.timeout);
  if (!isHost(text.primaryHost)) problems.primaryHost = 'badHost';
  if (!isPort(text.primaryPort)) problems.primaryPort = 'badPort';
  if (!noBackup && !isHost(text.backupHost)) problems.backupHost = 'badHost';
  if (!noBackup && !isPort(text.backupPort)) problems.backupPort = 'badPort';
  // It would be called the backup, and be gone with the primary.
  if (Object.keys(problems).length === 0 && !noBackup && isSameServer(text)) problems.backupHost = 'sameServer';
  if (heartbeatIntervalMs === undefined) problems.heartbeat = 'badPeriod';
  if (requestTimeoutMs === undefined) problems.timeout = 'badPeriod';
  if (Object.keys(problems).length > 0 || heartbeatIntervalMs === undefined || requestTimeoutMs === undefined) {
    return fail(problems);
  }
  return ok({
    ...before,
    primary: address(text.primaryHost, text.primaryPort, text.primaryTls),
    backup: noBackup ? null : address(text.backupHost, text.backupPort, text.backupTls),
    allowPlain: text.allowPlain,
    authority: text.authority,
    heartbeatIntervalMs,
    requestTimeoutMs,
    logLevel: text.logLevel,
  });
}

function address(host: string, port: string, tls: boolean): ServerAddress {
  return { host: host.trim(), port: Number(port), tls };
}

function isSameServer({ primaryHost, primaryPort, backupHost, backupPort }: SettingsText): boolean {
  const name = (host: string) => (isLoopback(host) ? 'localhost' : host.trim().toLowerCase());
  return Number(primaryPort) === Number(backupPort) && name(primaryHost) === name(backupHost);
}

/** A name or an address alone: of `one.example:2912`, pasted whole, no address could be made. */
function isHost(text: string): boolean {
  const host = text.trim();
  if (/^[\da-f:.]*:[\da-f:.]*$/i.test(host)) return URL.canParse(`ws://[${host}]/`);
  const labels = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.?$/u;
  return host.length <= 253 && labels.test(host) && URL.canParse(`ws://${host}/`);
}

function isPort(port: string): boolean {
  return /^\d+$/.test(port.trim()) && Number(port) >= 1 && Number(port) <= 65_535;
}

/** Milliseconds, null for empty, undefined where it is no period from 1 to 600 seconds. */
function period(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  if (!/^\s*\d+(?:[.,]\d+)?\s*$/.test(text)) return undefined;
  const seconds = Number(text.replace(',', '.'));
  return seconds >= 1 && seconds <= 600 ? Math.round(seconds * 1000) : undefined;
}

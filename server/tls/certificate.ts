/** The service's own certificate and key: read and checked in words at the start, taken up anew when the files are renewed. */
import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { Server } from 'node:https';
import type { SecureContextOptions } from 'node:tls';
import type { Logger } from 'pino';
import type { CertificateAge } from '../alarms/conditions';

export interface CertificateFiles {
  /** PEM: the service's certificate first, then those between it and the authority. */
  readonly certificate: string;
  /** PEM, without a passphrase. */
  readonly key: string;
}

export interface OwnCertificate {
  /** For a TLS server, and for its renewal. */
  readonly context: SecureContextOptions;
  readonly subject: string;
  readonly validFrom: Date;
  readonly validTo: Date;
}

/** Throws a sentence that names the flag and the file. */
export function readCertificate(files: CertificateFiles): OwnCertificate {
  const cert = read('--tls-cert', files.certificate);
  const key = read('--tls-key', files.key);
  const certificate = parsed(`--tls-cert ${files.certificate} holds no certificate (PEM)`, () => firstOf(cert));
  if (/ENCRYPTED/.test(key)) throw new Error(`--tls-key ${files.key} is locked with a passphrase: give it without one`);
  const own: KeyObject = parsed(`--tls-key ${files.key} holds no private key (PEM)`, () => createPrivateKey(key));
  if (!certificate.checkPrivateKey(own))
    throw new Error(
      `--tls-key ${files.key} does not belong to the first certificate of --tls-cert ${files.certificate}`,
    );
  return {
    context: { cert, key, minVersion: 'TLSv1.2' },
    subject: certificate.subject.replaceAll('\n', ', '),
    validFrom: new Date(certificate.validFrom),
    validTo: new Date(certificate.validTo),
  };
}

/** An old certificate is served all the same: the consoles say what is wrong with it, and an alarm does (server/alarms). */
export function logCertificate({ subject, validFrom, validTo }: OwnCertificate, log: Pick<Logger, 'info'>): void {
  log.info({ subject, validFrom, validTo }, 'certificate');
}

export function certificateAge({ validFrom, validTo }: OwnCertificate, now: number): CertificateAge {
  return { sinceBeginMs: now - validFrom.getTime(), untilEndMs: validTo.getTime() - now };
}

interface FollowOptions {
  /** Milliseconds. */
  readonly everyMs: number;
  readonly log: Pick<Logger, 'info' | 'error'>;
  readonly onRenewed: (renewed: OwnCertificate) => void;
}

/**
 * Connections from now on get the renewed certificate, those that stand keep theirs. Files that do not fit (one of the two is not there yet,
 * or broken) are logged, and the old ones stay in force until they change again. Returns what ends the watching.
 */
export function followCertificate(
  files: CertificateFiles,
  server: Server,
  { everyMs, log, onRenewed }: FollowOptions,
): () => void {
  let known = stampOf(files);
  const look = () => {
    const stamp = stampOf(files);
    if (stamp === known) return;
    known = stamp;
    try {
      const renewed = readCertificate(files);
      server.setSecureContext(renewed.context);
      onRenewed(renewed);
      logCertificate(renewed, log);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.error({ reason }, 'the changed certificate cannot be used: the one before stays in force');
    }
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Changes whenever one of the files does; polled, since renewals replace files, links and whole folders. */
function stampOf({ certificate, key }: CertificateFiles): string {
  return [certificate, key].map(stamp).join();
}

function stamp(file: string): string {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? 'none' : `${found.ino}-${found.size}-${found.mtimeNs}`;
}

function firstOf(pem: string): X509Certificate {
  const [first] = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/.exec(pem) ?? [];
  return new X509Certificate(first ?? '');
}

function read(flag: string, file: string): string {
  return parsed(`${flag} ${file} cannot be read`, () => readFileSync(file, 'utf8'));
}

function parsed<T>(problem: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new Error(`${problem}${code}`, { cause: error });
  }
}

/** Whom this service trusts to vouch for the other service and the switch: what Node and the system trust, and `--tls-ca`. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';

/** Newer than Node 20, which knows no way to the system's own. */
interface StoresOfNewerNode {
  readonly getCACertificates?: (store: 'default' | 'system') => readonly string[];
}

/** How connections of ours are made with TLS. `undefined` context: as Node does by itself. */
export interface OutgoingTls {
  /** Said although it is the default: an environment variable of Node's could else switch the check off. */
  readonly rejectUnauthorized: true;
  readonly secureContext?: tls.SecureContext;
}

export const usualTrust: OutgoingTls = { rejectUnauthorized: true };

/** `file` is PEM with one certificate or more. Throws a sentence that names it. */
export function trustWith(file: string): OutgoingTls {
  const own = certificatesOf(file, `--tls-ca ${file}`);
  const ca = [...generallyTrusted(), ...own];
  return { ...usualTrust, secureContext: tls.createSecureContext({ ca, minVersion: 'TLSv1.2' }) };
}

function certificatesOf(file: string, name: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new Error(`${name} cannot be read${code}`, { cause: error });
  }
  const found = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g);
  if (found === null) throw new Error(`${name} holds no certificate (PEM)`);
  try {
    return found.map((one) => String(new X509Certificate(one)));
  } catch (error) {
    throw new Error(`${name} holds a certificate that is damaged`, { cause: error });
  }
}

function generallyTrusted(): readonly string[] {
  const { getCACertificates } = tls as StoresOfNewerNode;
  if (getCACertificates !== undefined) return [...getCACertificates('default'), ...getCACertificates('system')];
  // Where the certificates are named, Node no longer looks at this variable by itself.
  const extra = process.env['NODE_EXTRA_CA_CERTS'];
  return [...tls.rootCertificates, ...(extra ? certificatesOf(extra, 'NODE_EXTRA_CA_CERTS') : [])];
}

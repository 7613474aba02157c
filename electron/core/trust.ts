/** Whom the console trusts to vouch for a server: what the system and Node trust, and the company's own authority of the settings. */
import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';
import { parseAuthority } from './authority';

/** Newer than Node 20, which knows no way to the system's own. */
interface StoresOfNewerNode {
  readonly getCACertificates?: (store: 'default' | 'system') => readonly string[];
}

let kept: { readonly authority: string | null; readonly context: tls.SecureContext } | null = null;

/** Made once for an authority: reading some 150 certificates takes longer than a handshake. An authority that can't be read adds nothing. */
export function trustFor(authority: string | null): tls.SecureContext {
  if (kept?.authority !== authority) {
    const ca = [...new Set([...generallyTrusted(), ...certificatesOf(authority)])];
    kept = { authority, context: tls.createSecureContext({ ca, minVersion: 'TLSv1.2' }) };
  }
  return kept.context;
}

function generallyTrusted(): readonly string[] {
  const { getCACertificates } = tls as StoresOfNewerNode;
  if (getCACertificates !== undefined) return [...getCACertificates('default'), ...getCACertificates('system')];
  return [...tls.rootCertificates, ...extraCertificates()];
}

/** Where the certificates are named, Node no longer looks at this variable by itself. */
function extraCertificates(): readonly string[] {
  const file = process.env['NODE_EXTRA_CA_CERTS'];
  if (file === undefined || file === '') return [];
  try {
    return certificatesOf(readFileSync(file, 'utf8'));
  } catch {
    // Node itself has warned of it at the start.
    return [];
  }
}

function certificatesOf(pem: string | null): readonly string[] {
  const parsed = pem === null ? null : parseAuthority(pem);
  return parsed?.ok === true ? parsed.value.map(String) : [];
}

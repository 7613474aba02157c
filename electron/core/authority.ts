/** The certificates of a company's own authority, as they stand in the settings: PEM text that anybody may have put there. */
import { X509Certificate } from 'node:crypto';
import type { AuthorityAnswer, AuthorityCertificate } from '../../shared/connection/authority';
import { fail, ok } from '../../shared/result';
import type { Result } from '../../shared/result';

type Refusal = Extract<AuthorityAnswer, { status: 'refused' }>['why'];

const block = /-----BEGIN ((?:X509 |TRUSTED )?CERTIFICATE)-----[^-]*-----END \1-----/g;
/** Also of text that only begins like a certificate: half of one is damaged, not nothing. */
const beginning = /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/g;

/** Every certificate in the text, or why there is none to be had. Text around them is of no interest. */
export function parseAuthority(pem: string): Result<readonly X509Certificate[], Refusal> {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) return fail('privateKey');
  const begun = pem.match(beginning)?.length ?? 0;
  const blocks = pem.match(block) ?? [];
  if (begun === 0) return fail('noCertificate');
  if (blocks.length !== begun) return fail('damaged');
  try {
    return ok(blocks.map((one) => new X509Certificate(one)));
  } catch {
    return fail('damaged');
  }
}

/** What people are shown of it before they trust it. */
export function readAuthority(pem: string): AuthorityAnswer {
  const parsed = parseAuthority(pem);
  if (!parsed.ok) return { status: 'refused', why: parsed.error };
  return { status: 'read', certificates: parsed.value.map(shown) };
}

function shown(certificate: X509Certificate): AuthorityCertificate {
  return {
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    validFrom: Date.parse(certificate.validFrom),
    validTo: Date.parse(certificate.validTo),
    fingerprint: certificate.fingerprint256,
    isAuthority: certificate.ca,
  };
}

/** Node has one line for each part of the name (`O=Example`, `CN=Example Authority`); the common name is what people know it by. */
function nameOf(name: string): string {
  const parts = name.split('\n').map((part) => part.slice(part.indexOf('=') + 1));
  return parts.toReversed().join(', ').slice(0, 500);
}

/** What a socket that failed tells about the server, from what Node, OpenSSL (BoringSSL in Electron) and `ws` say. Pure. */
import type { LinkProblem } from '../../shared/connection/problem';

export interface SocketFailure {
  /** `error.code`: a system's (`ECONNREFUSED`), a certificate's (`CERT_HAS_EXPIRED`) or a parser's (`HPE_…`); null where there is none. */
  readonly code: string | null;
  readonly message: string;
  /** The HTTP status that came in place of the upgrade. */
  readonly status: number | null;
  /** The socket had been open: whatever ends it then says nothing about who is there. */
  readonly opened: boolean;
}

const wrongHost = new Set(['ERR_TLS_CERT_ALTNAME_INVALID', 'ERR_TLS_CERT_ALTNAME_FORMAT', 'HOSTNAME_MISMATCH']);

const notValidToday = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'ERROR_IN_CERT_NOT_BEFORE_FIELD',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
]);

/** The names Node has for what else OpenSSL finds wrong with a chain (`X509_V_ERR_…`), `UNSPECIFIED` for those it has none for. */
const untrusted = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'CERT_SIGNATURE_FAILURE',
  'CERT_CHAIN_TOO_LONG',
  'CERT_REVOKED',
  'INVALID_CA',
  'PATH_LENGTH_EXCEEDED',
  'INVALID_PURPOSE',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'UNSPECIFIED',
]);

/** What a TLS client makes of bytes that are no TLS at all, in the words of OpenSSL and BoringSSL. */
const noTls = /wrong[ _]version[ _]number|packet[ _]length[ _]too[ _]long|http[ _]request|unknown[ _]protocol/i;

/** Of a service that is just ending or has too much to do, or of a proxy whose service is away: it will pass. */
const passing = (status: number) => status === 429 || status >= 500;

export function socketProblem({ code, message, status, opened }: SocketFailure): LinkProblem {
  if (opened) return 'unreachable';
  if (status !== null) return passing(status) ? 'unreachable' : 'notAService';
  // `ws` on an answer that is no upgrade of its own: another protocol, a wrong key, a subprotocol nobody asked for.
  if (code === null) return 'notAService';
  if (wrongHost.has(code)) return 'certificateWrongHost';
  if (notValidToday.has(code)) return 'certificateExpired';
  if (untrusted.has(code)) return 'certificateUntrusted';
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_'))
    return noTls.test(`${code} ${message}`) ? 'notEncrypted' : 'notAService';
  return code.startsWith('HPE_') ? 'notAService' : 'unreachable';
}

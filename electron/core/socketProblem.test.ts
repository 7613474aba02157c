import { expect, it } from 'vitest';
import { socketProblem } from './socketProblem';
import type { SocketFailure } from './socketProblem';

const failure = (change: Partial<SocketFailure>): SocketFailure => ({
  code: null,
  message: '',
  status: null,
  opened: false,
  ...change,
});

const opensslWrongVersion =
  'write EPROTO 803C07D3A87F0000:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:record.c:350:';
const boringsslWrongVersion =
  'write EPROTO 114:error:100000f7:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER:tls_record.cc:127:';
const opensslOldServer =
  'write EPROTO 803C07D3A87F0000:error:0A00042E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version:rec_layer_s3.c';

it.each([
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unable to verify the first certificate', 'certificateUntrusted'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in certificate chain', 'certificateUntrusted'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate', 'certificateUntrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unable to get local issuer certificate', 'certificateUntrusted'],
  ['CERT_SIGNATURE_FAILURE', 'certificate signature failure', 'certificateUntrusted'],
  ['INVALID_CA', 'invalid CA certificate', 'certificateUntrusted'],
  ['UNSPECIFIED', 'EE certificate key too weak', 'certificateUntrusted'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'Hostname/IP does not match', 'certificateWrongHost'],
  ['CERT_HAS_EXPIRED', 'certificate has expired', 'certificateExpired'],
  ['CERT_NOT_YET_VALID', 'certificate is not yet valid', 'certificateExpired'],
  ['EPROTO', opensslWrongVersion, 'notEncrypted'],
  ['EPROTO', boringsslWrongVersion, 'notEncrypted'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'SSL routines::wrong version number', 'notEncrypted'],
  ['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'SSL routines::packet length too long', 'notEncrypted'],
  ['EPROTO', opensslOldServer, 'notAService'],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'SSL routines::sslv3 alert handshake failure', 'notAService'],
  ['HPE_INVALID_CONSTANT', 'Parse Error: Expected HTTP/', 'notAService'],
  ['HPE_HEADER_OVERFLOW', 'Parse Error: Header overflow', 'notAService'],
  ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1', 'unreachable'],
  ['ECONNRESET', 'socket hang up', 'unreachable'],
  ['ECONNRESET', 'Client network socket disconnected before secure TLS connection was established', 'unreachable'],
  ['ENOTFOUND', 'getaddrinfo ENOTFOUND nohost.invalid', 'unreachable'],
  ['ETIMEDOUT', 'connect ETIMEDOUT', 'unreachable'],
  ['EHOSTUNREACH', 'connect EHOSTUNREACH', 'unreachable'],
] as const)('%s (%s) is %s', (code, message, problem) => {
  expect(socketProblem(failure({ code, message }))).toBe(problem);
});

it.each([
  [200, 'notAService'],
  [302, 'notAService'],
  [403, 'notAService'],
  [404, 'notAService'],
  [426, 'notAService'],
  [429, 'unreachable'],
  [502, 'unreachable'],
  [503, 'unreachable'],
] as const)('an HTTP answer %d in place of the upgrade is %s', (status, problem) => {
  expect(socketProblem(failure({ status, message: 'closed before the connection was established' }))).toBe(problem);
});

it.each(['Invalid Upgrade header', 'Invalid Sec-WebSocket-Accept header', 'Server sent an invalid subprotocol'])(
  '"%s" is another service',
  (message) => {
    expect(socketProblem(failure({ message }))).toBe('notAService');
  },
);

it('once it was open, whatever ends it is a lost server', () => {
  for (const code of [null, 'EPROTO', 'WS_ERR_INVALID_OPCODE', 'ECONNRESET'])
    expect(socketProblem(failure({ code, message: opensslWrongVersion, opened: true }))).toBe('unreachable');
});

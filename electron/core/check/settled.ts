/** Waits for a socket to get as far as a step wants it, and reads what it has found there. */
import type net from 'node:net';
import type tls from 'node:tls';
import type { CheckFound } from '../../../shared/connection/check';

/** Null once the event came; else what went wrong before it. */
export function settled(socket: net.Socket, event: 'connect' | 'secureConnect'): Promise<Error | null> {
  return new Promise((resolve) => {
    socket.once(event, () => resolve(null));
    // Stays: an error after the step must not end the console.
    socket.on('error', resolve);
    socket.once('close', () => resolve(new SystemError('ECONNRESET', 'closed')));
  });
}

class SystemError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export function certificateOf(socket: tls.TLSSocket): CheckFound {
  const { subject, valid_to: end, subjectaltname: names } = socket.getPeerCertificate();
  const validUntil = Date.parse(end);
  return {
    of: 'tls',
    version: socket.getProtocol() ?? '',
    cipher: socket.getCipher().name,
    subject: nameIn(subject, names).slice(0, 300),
    validUntil: Number.isNaN(validUntil) ? null : validUntil,
  };
}

/** Newer certificates name their hosts only as alternatives, and have no subject. */
function nameIn(subject: Partial<tls.Certificate> | undefined, names: string | undefined): string {
  return subject?.CN ?? names ?? '';
}

/** Nobody who asks a page or a request of ours for trust or for a name and password gets any: the console's own link checks certificates itself (core/socket). */
import { app } from 'electron';
import type { Log } from '../core/log';

export function denyCertificates(log: Log): void {
  const denied = (event: { preventDefault(): void }, what: string) => {
    event.preventDefault();
    log.warn({ what }, 'denied');
  };
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    denied(event, 'certificate error');
    answer(false);
  });
  app.on('select-client-certificate', (event, _contents, _url, _certificates, answer) => {
    denied(event, 'client certificate');
    answer();
  });
  app.on('login', (event, _contents, _details, _info, answer) => {
    denied(event, 'basic login');
    answer();
  });
}

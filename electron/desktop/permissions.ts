/** Our own page may choose the device that rings, and put text into the clipboard (a report), which a replay may, too; it reads none. Every other permission is denied: no camera, microphone, location, screen or device. */
import { app, session } from 'electron';
import type { Session } from 'electron';
import type { Log } from '../core/log';
import { consoleOrigin, replayOrigin } from './scheme';

export function setPermissions(log: Log): void {
  restrict(session.defaultSession, log);
  // The updater has a session of its own.
  app.on('session-created', (made) => restrict(made, log));
}

function restrict(to: Session, log: Log): void {
  const denied = (what: string) => log.warn({ what }, 'denied');
  to.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) => {
    const allowed = isAllowed(permission, requestingUrl, isMainFrame);
    if (!allowed) denied('permission');
    answer(allowed);
  });
  to.setPermissionCheckHandler((_contents, permission, requestingOrigin, { isMainFrame }) =>
    isAllowed(permission, requestingOrigin, isMainFrame),
  );
  to.setDevicePermissionHandler(() => false);
  to.setDisplayMediaRequestHandler((_request, answer) => {
    denied('screen capture');
    answer(null);
  });
  // What the system protects stays protected.
  to.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  if (process.platform !== 'darwin')
    to.setBluetoothPairingHandler((_details, answer) => {
      denied('bluetooth');
      answer({ confirmed: false });
    });
  to.on('select-hid-device', (event, _details, answer) => {
    event.preventDefault();
    denied('hid');
    answer();
  });
  to.on('select-usb-device', (event, _details, answer) => {
    event.preventDefault();
    denied('usb');
    answer();
  });
  to.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault();
    denied('serial');
    answer('');
  });
  to.on('file-system-access-restricted', (_event, _details, answer) => {
    denied('file system');
    answer('deny');
  });
  to.setSpellCheckerEnabled(false);
}

const allowed: Readonly<Record<string, ReadonlySet<string>>> = {
  [consoleOrigin]: new Set(['speaker-selection', 'clipboard-sanitized-write']),
  [replayOrigin]: new Set(['clipboard-sanitized-write']),
};

function isAllowed(permission: string, url: string, isMainFrame: boolean): boolean {
  const [, permissions] =
    Object.entries(allowed).find(([origin]) => url === origin || url.startsWith(`${origin}/`)) ?? [];
  return isMainFrame && permissions?.has(permission) === true;
}

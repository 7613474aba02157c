/** Our own page may choose the device that rings, and put text into the clipboard (a report); it reads none. Every other permission is denied: no camera, microphone, location or device. */
import { session } from 'electron';
import { consoleOrigin } from './scheme';

export function setPermissions(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) =>
    answer(isAllowed(permission, requestingUrl, isMainFrame)),
  );
  defaultSession.setPermissionCheckHandler((_contents, permission, requestingOrigin, { isMainFrame }) =>
    isAllowed(permission, requestingOrigin, isMainFrame),
  );
  defaultSession.setDevicePermissionHandler(() => false);
}

const allowed: ReadonlySet<string> = new Set(['speaker-selection', 'clipboard-sanitized-write']);

function isAllowed(permission: string, url: string, isMainFrame: boolean): boolean {
  const isOurs = url === consoleOrigin || url.startsWith(`${consoleOrigin}/`);
  return allowed.has(permission) && isMainFrame && isOurs;
}

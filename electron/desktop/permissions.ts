/** Our own page may choose the device that rings, and put text into the clipboard (a report), which a replay may, too; it reads none. Every other permission is denied: no camera, microphone, location or device. */
import { session } from 'electron';
import { consoleOrigin, replayOrigin } from './scheme';

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

const allowed: Readonly<Record<string, ReadonlySet<string>>> = {
  [consoleOrigin]: new Set(['speaker-selection', 'clipboard-sanitized-write']),
  [replayOrigin]: new Set(['clipboard-sanitized-write']),
};

function isAllowed(permission: string, url: string, isMainFrame: boolean): boolean {
  const [, permissions] =
    Object.entries(allowed).find(([origin]) => url === origin || url.startsWith(`${origin}/`)) ?? [];
  return isMainFrame && permissions?.has(permission) === true;
}

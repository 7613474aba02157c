/** Electron's `session.defaultSession`: the permission policies, kept so that tests can ask them. */
import { StrictEmitter, strict } from './strict';

interface Details {
  readonly requestingUrl?: string;
  readonly isMainFrame: boolean;
}

type RequestHandler = (
  contents: unknown,
  permission: string,
  answer: (granted: boolean) => void,
  details: Details,
) => void;
type CheckHandler = (contents: unknown, permission: string, requestingOrigin: string, details: Details) => boolean;

class Session extends StrictEmitter {
  requestHandler: RequestHandler | null = null;
  checkHandler: CheckHandler | null = null;
  deviceHandler: ((details: unknown) => boolean) | null = null;

  constructor() {
    super('session', ['will-download']);
  }

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.requestHandler = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.checkHandler = handler;
  }

  setDevicePermissionHandler(handler: ((details: unknown) => boolean) | null): void {
    this.deviceHandler = handler;
  }
}

export const innerSession = new Session();
export const session = strict('session', { defaultSession: strict('session.defaultSession', innerSession) });

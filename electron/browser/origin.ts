/** Which requests can only have come from a page of this host. Guards against DNS rebinding (Host) and other sites (Origin). */
import type { IncomingHttpHeaders } from 'node:http';

export interface OriginCheck {
  /** The name the browser believes it talks to is this machine's loopback. */
  isOurHost(headers: IncomingHttpHeaders): boolean;
  /** The page that sends this was served under exactly that name. Absent is not ours. */
  isOurOrigin(headers: IncomingHttpHeaders): boolean;
}

export function originCheck(port: () => number): OriginCheck {
  const isOurHost = ({ host }: IncomingHttpHeaders) => host === `127.0.0.1:${port()}` || host === `localhost:${port()}`;
  return {
    isOurHost,
    isOurOrigin: (headers) => isOurHost(headers) && headers.origin === `http://${headers.host ?? ''}`,
  };
}

/** What every answer of both hosts says of what a page may load and do. */
import { contentPolicy } from '../../shared/contentPolicy';

/** Where pages may connect to: the browser host's bridge needs `'self'`, the desktop host nothing, a replay its recordings. */
type Connect = "'self'" | "'none'" | `http://${string}/`;

export function securityHeaders(connect: Connect): Record<string, string> {
  return {
    'content-security-policy': contentPolicy(connect),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    // Not the microphone: browsers name no device that rings where it is ruled out.
    'permissions-policy': ['camera', 'geolocation', 'usb', 'hid', 'serial', 'midi', 'display-capture', 'payment']
      .map((feature) => `${feature}=()`)
      .join(', '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
}

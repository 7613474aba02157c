/** What the pages of both hosts may load and do: nothing, and then what the console needs. */

/** Where pages may connect to: the browser host's bridge needs `'self'`, the desktop host nothing, a replay its recordings. */
type Connect = "'self'" | "'none'" | `http://${string}/`;

export function contentSecurityPolicy(connect: Connect): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

export function securityHeaders(connect: Connect): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(connect),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
}

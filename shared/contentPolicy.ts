/** What a page of ours may load and do, whoever serves it: nothing, and then what it needs. */

/** `connect`: where it may ask for anything, as the policy spells it. */
export function contentPolicy(connect: string): string {
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
    // No text becomes markup or script, and no script may make an exception of itself.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** Why no session could be had of a server, short of its own refusal: what the socket itself tells. */

export const linkProblems = [
  /** Refused, reset, silent, or a name that nobody knows. */
  'unreachable',
  /** Something answers there, but not an IPMA service. */
  'notAService',
  /** The server speaks without encryption where encryption is asked for. */
  'notEncrypted',
  /** Plain `ws` to another machine is refused by this console's settings, nothing was sent. */
  'plainNotAllowed',
  /** Issued by nobody this console trusts. */
  'certificateUntrusted',
  /** Issued for another host name than the one in the settings. */
  'certificateWrongHost',
  /** Expired or not valid yet: the server's certificate is old, or a clock is wrong. */
  'certificateExpired',
] as const;
export type LinkProblem = (typeof linkProblems)[number];

export function isLinkProblem(code: string): code is LinkProblem {
  return linkProblems.some((one) => one === code);
}

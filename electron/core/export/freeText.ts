/** What may be passed on of words that are not ours: an error's code, and the places in our own code. Hosts, paths, names and numbers stay. */
import { constants } from 'node:os';

/** `ECONNREFUSED`; `ERR_TLS_CERT_ALTNAME_INVALID`, `CERT_HAS_EXPIRED`. Not every word in capitals: a certificate is made out to `EXAMPLE BANK`. */
const code = /\b(?:E[A-Z]{2,25}|(?:CERT|CRL|DEPTH|EAI|ERR|ERROR|HOSTNAME|INVALID|PATH|SELF|UNABLE)_[A-Z_]{2,60})\b/g;
/** Of the system, and of looking up names (those of node:dns). */
const systemCodes: ReadonlySet<string> = new Set([
  ...Object.keys(constants.errno),
  ...[
    'EBADFAMILY',
    'EBADNAME',
    'EBADQUERY',
    'EBADRESP',
    'ECANCELLED',
    'ECONNREFUSED',
    'EFORMERR',
    'ENODATA',
    'ENONAME',
  ],
  ...['ENOTFOUND', 'ENOTIMP', 'EOF', 'EREFUSED', 'ESERVFAIL', 'ETIMEOUT', 'ESOCKETTIMEDOUT'],
]);
/** `main.cjs:10:7`, without its folder; more digits in a row than a file of ours has are a number of somebody's. */
const place = /(?<![\w.-])(?![\w.-]*\d{5})[\w.-]{1,60}\.(?:[cm]?js|ts):\d{1,7}(?::\d{1,7})?(?![\w:.])/g;
/** Few matter, the first ones most. */
const most = 12;

export function passable(text: string): string {
  const codes = (text.match(code) ?? []).filter((word) => word.includes('_') || systemCodes.has(word));
  const places = text.match(place) ?? [];
  return [...new Set([...codes, ...places])].slice(0, most).join(' ');
}

/** What may be passed on of words that are not ours: an error's code, and the places in our own code. Hosts, paths, names and numbers stay. */

/** `ECONNREFUSED`, `ERR_TLS_CERT_ALTNAME_INVALID`, `CERT_HAS_EXPIRED`. */
const code = /\b[A-Z][A-Z_]{3,60}\b/g;
/** `main.cjs:10:7`, without its folder. */
const place = /[\w.-]{1,40}\.(?:[cm]?js|ts):\d{1,7}(?::\d{1,5})?/g;
/** Few matter, the first ones most. */
const most = 12;

export function passable(text: string): string {
  const codes = text.match(code) ?? [];
  const places = text.match(place) ?? [];
  return [...new Set([...codes, ...places])].slice(0, most).join(' ');
}

/** A name as it may stand on the screen: in one line, and unable to turn or hide the text around it. */

/** Control characters and the marks that embed or override a direction; what a name itself needs (letters, joiners) stays. */
const unseen = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** Null where nothing readable is left. */
export function shownName(name: string | null): string | null {
  if (name === null) return null;
  const shown = name.replace(unseen, ' ').replace(/\s+/g, ' ').trim();
  return shown === '' ? null : shown;
}

/** Numbers as people write them, and as they are compared. */

const separators = /[-. ]/g;

/** Hyphens, dots, spaces and a leading `+` do not count when numbers are compared (product §5). */
export function cleanNumber(text: string): string {
  return text.replace(separators, '').replace(/^\+/, '');
}

/** What a notification says of somebody on the phone. Name and number come from the telephone network: anybody may have written them. */

interface Party {
  readonly name: string | null;
  readonly number: string | null;
}

/** Name above number; null where both are withheld. */
export function partyText({ name, number }: Party, platform: NodeJS.Platform): string | null {
  const parts = [name, number].flatMap((part) => (part === null ? [] : [spoken(part)])).filter((part) => part !== '');
  if (parts.length === 0) return null;
  const text = parts.join('\n');
  // Desktops of Linux read tags in it: a caller's name could be a link, or a picture.
  return platform === 'linux' ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;
}

/** Windows is handed it as XML, which may hold no control characters; and a name is one line. */
function spoken(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

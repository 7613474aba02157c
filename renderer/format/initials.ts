/** One or two letters for a name's badge; a name in a script without spaces gives its first character, the pseudonym of a recording (`Manager-3`) its number. */
export function initials(name: string): string {
  const numbered = /^\p{L}+-(\d{1,3})$/u.exec(name);
  if (numbered?.[1] !== undefined) return numbered[1];
  const words = name.split(/\s+/).filter((word) => word !== '');
  const first = firstLetter(words[0]);
  const last = words.length > 1 ? firstLetter(words.at(-1)) : '';
  return (first + last).toLocaleUpperCase();
}

function firstLetter(word: string | undefined): string {
  return Array.from(word ?? '')[0] ?? '';
}

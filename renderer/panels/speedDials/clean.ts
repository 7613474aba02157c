/** Text as it is kept: no control characters, none that turn the writing around (a name could pass itself off as another), no blanks around it. */

const turning = /[\u202a-\u202e\u2066-\u2069]/gu;

/** Names and numbers stand on one line. */
export function oneLine(text: string): string {
  return text
    .replace(turning, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Notes may have several lines. */
export function manyLines(text: string): string {
  return text
    .replace(turning, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}

/**
 * Numbers as people read them: `+49 305 557 0142`. Extensions and national numbers stay as they were dialled. Grouped
 * by length only: knowing every country's own habit would cost a sixth of the whole renderer.
 */
const oneDigit = /^[17]/;
const twoDigits = /^(2[07]|3[0-469]|4[0134-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

export function formatNumber(number: string): string {
  if (!/^\+\d{7,}$/.test(number)) return number;
  const digits = number.slice(1);
  const codeLength = oneDigit.test(digits) ? 1 : twoDigits.test(digits) ? 2 : 3;
  const rest = digits.slice(codeLength);
  const groups = rest.length < 7 ? rest : `${rest.slice(0, -4).replace(/\B(?=(\d{3})+$)/g, ' ')} ${rest.slice(-4)}`;
  return `+${digits.slice(0, codeLength)} ${groups}`;
}

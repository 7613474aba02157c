import { describe, expect, it } from 'vitest';
import { cleanDialString } from '../format/dialString';
import { pastedNumber } from './dialInput';

describe('a number that is pasted', () => {
  it.each([
    ['spaces and brackets', ' +49 (30) 5557-0142 ', '+493055570142'],
    ['dots', '030.5557.0142', '03055570142'],
    ['a new line at its end', '1044\r\n', '1044'],
    ['direction marks', '\u202d+49 30 5557\u202c', '+49305557'],
    ['a link', 'tel:+49-30-5557', '+49305557'],
    ['full-width digits', '１０４４', '1044'],
  ])('with %s is cleaned', (_, text, number) => {
    const pasted = pastedNumber(text);
    expect(pasted.ok && cleanDialString(pasted.value)).toEqual({ ok: true, value: number });
  });

  it.each([
    ['two numbers, one a line', '1044\n1187', 'severalNumbers'],
    ['two cells of a table', '1044\t1187', 'severalNumbers'],
    ['a letter full of text', 'x'.repeat(65), 'tooMuch'],
  ])('is refused: %s', (_, text, problem) => {
    expect(pastedNumber(text)).toEqual({ ok: false, error: problem });
  });

  it('keeps what is no number as it is, so that Enter can say so', () => {
    expect(pastedNumber('Sofia\nRossi')).toEqual({ ok: true, value: 'Sofia Rossi' });
  });
});

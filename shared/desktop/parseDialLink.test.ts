import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DialLink, dialLinkProblems } from './dialLink';
import { longestLink, looksLikeDialLink, parseDialLink } from './parseDialLink';

const asks = (number: string, after: string | null = null) => ({ status: 'asks', number, after });

describe('a link that is taken', () => {
  it.each([
    ['tel:+493055570142', '+493055570142'],
    ['TEL:+49-30-5557.0142', '+493055570142'],
    ['tel:+49%20(30)%205557-0142', '+493055570142'],
    ['tel:%2B493055570142', '+493055570142'],
    ['tel:+49(0)30 5557', '+49305557'],
    ['tel:030 5557', '0305557'],
    ['tel:1044', '1044'],
    ['tel://1044', '1044'],
    ['callto://+493055570142/', '+493055570142'],
    ['CallTo:1044', '1044'],
    ['tel: +1 202 555 0143 ', '+12025550143'],
    ['tel:+493055570142;isub=1411;tsp=example.com', '+493055570142'],
    ['tel:+493055570142;phone-context=example.com', '+493055570142'],
    [`tel:${'1'.repeat(32)}`, '1'.repeat(32)],
  ])('%s', (link, number) => {
    expect(parseDialLink(link)).toEqual(asks(number));
  });

  it.each([
    ['tel:+493055570142;ext=204', '204'],
    ['tel:+493055570142;EXT=2-04;isub=9', '204'],
    ['tel:+12025550143,,8123456789%23,,,*77#', '8123456789# *77#'],
    ['tel:+12025550143;ext=%20', null],
  ])('%s keeps what is pressed later apart from the number', (link, after) => {
    expect(parseDialLink(link)).toMatchObject({ status: 'asks', after });
  });
});

describe('a link that is refused', () => {
  it.each([
    ['', 'notALink'],
    ['telnet:+4930', 'notALink'],
    ['sip:anna@example.com', 'notALink'],
    ['javascript:alert(1)', 'notALink'],
    ['--inspect=0.0.0.0:9229', 'notALink'],
    [' tel:+4930', 'notALink'],
    ['tel:+4930;m-cost=1', 'notALink'],
    ['tel:', 'notANumber'],
    ['tel:+', 'notANumber'],
    ['tel:%', 'notANumber'],
    ['tel:%2', 'notANumber'],
    ['tel:%00123', 'notANumber'],
    ['tel:123%00', 'notANumber'],
    ['tel:123\u0000', 'notANumber'],
    ['tel:12%0a34', 'notANumber'],
    ['tel:12\n34', 'notANumber'],
    ['tel:%252B4930', 'notANumber'],
    ['tel:%3b1234', 'notANumber'],
    ['tel:++4930', 'notANumber'],
    ['tel:49+30', 'notANumber'],
    ['tel:١٢٣٤', 'notANumber'],
    ['tel:%D9%A1%D9%A2', 'notANumber'],
    ['tel:１２３', 'notANumber'],
    ['tel:12\u202e34', 'notANumber'],
    ['tel:12\u200b34', 'notANumber'],
    ['tel:07111234/35', 'notANumber'],
    ['tel://1044//', 'notANumber'],
    ['callto:anna', 'notANumber'],
    ['callto:anna@example.com', 'notANumber'],
    ['callto:+4930?call', 'notANumber'],
    ['tel:tel:+4930', 'notANumber'],
    ['tel:1800FLOWERS', 'notANumber'],
    ['tel:+4930 tel:+4931', 'notANumber'],
    ['tel:+4930" --inspect="', 'notANumber'],
    ['tel:<script>', 'notANumber'],
    ['tel:112w5', 'notANumber'],
    ['tel:1234;ext=abc', 'notANumber'],
    ['tel:1234;ext=%', 'notANumber'],
    ['tel:1234,5x', 'notANumber'],
    [`tel:1234,${'5'.repeat(33)}`, 'notANumber'],
    ['tel:*21*01234%23', 'serviceCode'],
    ['tel:*%2306%23', 'serviceCode'],
    ['tel:%2A%2362%2A+4930%23', 'serviceCode'],
    ['tel:+49*31#', 'serviceCode'],
    ['tel:7042;phone-context=example.com', 'otherNetwork'],
    ['tel:863-1234;PHONE-CONTEXT=+1-914-555', 'otherNetwork'],
    [`tel:${'1'.repeat(33)}`, 'tooLong'],
    [`tel:1${'-'.repeat(longestLink)}`, 'tooLong'],
  ])('%j: %s', (link, why) => {
    expect(parseDialLink(link)).toEqual({ status: 'refused', why });
  });

  it('ten megabytes are refused at once', () => {
    expect(parseDialLink(`tel:${'1'.repeat(10_000_000)}`)).toEqual({ status: 'refused', why: 'tooLong' });
  });
});

describe('whatever comes', () => {
  const mark = fc.constantFrom(
    ...Array.from('0123456789+-.() *#;,=%/?&@:abp'),
    ...['%20', '%2B', '%00', ';ext=', ';phone-context=', '٣'],
  );
  const soup = fc.array(mark, { maxLength: 60 }).map((parts) => parts.join(''));

  it('nothing but the bridge’s own link comes out, and its number is figures that stand in the link in this order', () => {
    fc.assert(
      fc.property(fc.constantFrom('tel:', 'callto:', 'callto://', ''), fc.oneof(soup, fc.string()), (scheme, rest) => {
        const link = parseDialLink(scheme + rest);
        expect(DialLink.parse(link)).toEqual(link);
        if (link.status === 'refused') return;
        expect(link.number).toMatch(/^\+?\d{1,32}$/);
        const [own = ''] = decodeURIComponent((scheme + rest).split(';')[0] ?? '').split(',');
        // How `(0)` is read is the dial field's affair, and tested there.
        if (!own.includes('(0)')) expect(own.replace(/\D/g, '')).toBe(link.number.replace('+', ''));
      }),
      { numRuns: 3_000 },
    );
  });

  it('marks between the figures change nothing', () => {
    const figure = fc.constantFrom(...Array.from('0123456789'));
    const between = fc.constantFrom('', '-', '.', ' ', '%20');
    fc.assert(
      fc.property(fc.array(fc.tuple(figure, between), { minLength: 1, maxLength: 32 }), fc.boolean(), (parts, plus) => {
        const sign = plus ? '+' : '';
        const link = `tel:${sign}${parts.map(([digit, sign]) => digit + sign).join('')}`;
        expect(parseDialLink(link)).toEqual(asks(sign + parts.map(([digit]) => digit).join('')));
      }),
    );
  });

  it('says why in one of its own words', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const link = parseDialLink(text);
        if (link.status === 'refused') expect(dialLinkProblems).toContain(link.why);
        expect(looksLikeDialLink(text) || link.status === 'refused').toBe(true);
      }),
    );
  });
});

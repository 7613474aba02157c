import fc from 'fast-check';
import { describe as group, expect, it } from 'vitest';
import { describe, describeThrown } from './describe';
import { isFatal, maskLine } from './maskLine';

const masked = (fields: object, msg = 'link') =>
  JSON.parse(
    maskLine(JSON.stringify({ level: 30, time: 7, pid: 1, hostname: 'mayas-laptop', ...fields, msg })) ?? 'null',
  ) as unknown;

group('a line on disk', () => {
  it('says what happened and not to whom', () => {
    expect(
      masked({
        phase: 'live',
        generation: 3,
        password: 'secret-word',
        party: { name: 'Anna' },
        reason: 'connect ECONNREFUSED 10.1.2.3',
      }),
    ).toEqual({ level: 30, time: 7, phase: 'live', generation: 3, reason: '[ECONNREFUSED]', msg: 'link' });
  });

  it.each([
    [{ said: 'Cannot read properties of undefined' }],
    [{ said: 'Minified React error 185' }],
    [{ places: 'main-C1xA_.js:10:7 MainWindow.js:2' }],
    // Pages are built in lines of hundreds of thousands of characters.
    [{ places: 'index-ClHuHqSA.js:71:278361' }],
    [{ reference: 'K7F2M4Q9' }],
    [{ version: '0.1.0', platform: 'linux x64', node: '20.20.1', electron: '45.4.1', run: 'B1C2D3F4' }],
    [{ platform: 'win32 arm64' }],
  ])('keeps %j', (fields) => {
    expect(masked(fields)).toEqual({ level: 30, time: 7, ...fields, msg: 'link' });
  });

  it.each([
    [{ said: 'Anna is not a function' }],
    [{ places: '0301234567.js:1' }],
    [{ places: 'Anna Kowalska' }],
    [{ reference: '03012345' }],
    [{ reference: 'ANNA' }],
    [{ version: '030 1234567' }],
    [{ platform: 'anna kowalska' }],
    [{ constructor: 'Anna', __proto__: 'x', toString: 'Anna' }],
  ])('drops %j', (fields) => {
    expect(masked(fields)).toEqual({ level: 30, time: 7, msg: 'link' });
  });

  it.each(['', 'Anna', '7', '[1]', 'null', '{"level":"Anna","time":1}', '{"level":30}', '{"level":30,"time":"2001"'])(
    'is not made of %s',
    (line) => expect(maskLine(line)).toBeNull(),
  );

  it('is the same when it is masked again, and holds nothing that only others said', () => {
    const rule = fc.constantFrom(
      'phase',
      'problem',
      'reason',
      'file',
      'said',
      'places',
      'reference',
      'platform',
      'msg',
      'x',
    );
    const words = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'EACCES: open /home/anna/x.ts:3',
        'a.js:1:2',
        'settings.json.damaged-1',
        'closed with 1006',
        'unreachable',
      ),
    );
    fc.assert(
      fc.property(fc.dictionary(rule, fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null))), (fields) => {
        const once = maskLine(JSON.stringify({ level: 30, time: 7, ...fields }));
        expect(maskLine(once ?? '')).toBe(once);
        expect(once?.split('\n')).toHaveLength(2);
      }),
    );
  });

  it.each([
    ['EACCES: open /home/anna/0301234567.js:1', '[EACCES]'],
    ['TypeError: x\n at f (/opt/app/main.cjs:10:278361)', '[main.cjs:10:278361]'],
    ['connect ECONNREFUSED tel:+49301234567 2001:db8::1:2912', '[ECONNREFUSED]'],
    ['{"name":"Anna Kowalska","dn":"2001"}', '[]'],
    ["insert into people values ('Anna','2001')", '[]'],
  ])('keeps of %j only %s', (problem, kept) => {
    expect(masked({ problem })).toEqual({ level: 30, time: 7, problem: kept, msg: 'link' });
  });

  it('tells last words from others', () => {
    expect([60, 50].map((level) => isFatal(JSON.stringify({ level, time: 1 })))).toEqual([true, false]);
  });
});

group('an error', () => {
  it('is told by its kind, by what an engine says for everybody, and by places', () => {
    const message = "Uncaught TypeError: Cannot read properties of undefined (reading 'Anna Kowalska')";
    const stack = `${message}\n    at Anna (app://console/assets/main-C1xA_.js:10:7)\n    at async app://console/assets/MainWindow.js:2:30`;
    expect(describe(message, stack)).toEqual({
      error: 'TypeError',
      said: 'Cannot read properties of undefined',
      places: 'main-C1xA_.js:10:7 MainWindow.js:2:30',
    });
  });

  it.each([
    ['call of 030 1234567 to Anna', null],
    ['AnnaError: 2001', 'AnnaError: 2001\n at 0301234567.js:1:2\n at x0301234567y.js:9'],
    ['anna.ts:1:2', 'anna.ts:1:2'],
    ['', null],
  ])('keeps nothing of %j', (message, stack) => {
    expect(describe(message, stack)).toEqual({ error: 'Error' });
  });

  it('may be anything', () => {
    const hostile = new Error('x');
    Object.defineProperty(hostile, 'message', {
      get() {
        throw new Error('again');
      },
    });
    expect([null, undefined, 'Anna', 7, {}, hostile].map(describeThrown)).toEqual(Array(6).fill({ error: 'Error' }));
    expect(describeThrown(new RangeError('Invalid array length'))).toMatchObject({
      error: 'RangeError',
      said: 'Invalid array length',
      places: expect.stringContaining('masking.test.ts') as string,
    });
  });

  it('of a great length takes no time', () => {
    const began = performance.now();
    describe('a.'.repeat(10_000), `x\n${'a-1.'.repeat(5_000)}`);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

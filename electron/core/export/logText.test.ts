import { describe, expect, it } from 'vitest';
import { logText } from './logText';
import { RecentLines } from './recentLines';

const line = (fields: object, msg = 'link') =>
  JSON.stringify({ level: 30, time: 0, pid: 7, hostname: 'mayas-laptop', ...fields, msg });
const text = (fields: object, msg?: string) => logText([line(fields, msg)]).trim();

describe('the log of a report', () => {
  it('says what happened, in words of the code', () => {
    expect(text({ phase: 'live', on: 'session', server: 'primary', generation: 3, restored: true, why: null })).toBe(
      '1970-01-01T00:00:00.000Z INFO link phase=live on=session server=primary generation=3 restored=true why=null',
    );
  });

  it('leaves out every field that nobody has thought about', () => {
    expect(
      text({ password: 'secret-word', token: 'abc', name: 'Anna', userId: 'maya', party: { number: '2001' } }),
    ).toBe('1970-01-01T00:00:00.000Z INFO link');
  });

  it.each([
    [{ reason: 'connect ECONNREFUSED 10.1.2.3:2912' }, 'reason=[ECONNREFUSED]'],
    [{ reason: 'closed with 1006' }, 'reason=closed with 1006'],
    [{ reason: 'HTTP status 503' }, 'reason=HTTP status 503'],
    [{ problem: 'unreachable' }, 'problem=unreachable'],
    [{ problem: 'maya' }, 'problem=[]'],
    [{ problem: "getaddrinfo ENOTFOUND pbx.example, Host: anna's" }, 'problem=[ENOTFOUND]'],
    [
      { problem: "ERR_TLS_CERT_ALTNAME_INVALID: Host: SRV-BERN. is not cert's CN: EXAMPLE BANK, OU=KAPOOR_AND_SONS" },
      'problem=[ERR_TLS_CERT_ALTNAME_INVALID]',
    ],
    [{ problem: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE, EAI_AGAIN' }, 'problem=[UNABLE_TO_VERIFY_LEAF_SIGNATURE EAI_AGAIN]'],
    [{ problem: "EACCES: permission denied, open 'C:\\Users\\Maya Lindqvist\\settings.json'" }, 'problem=[EACCES]'],
    [
      { problem: 'Error: no such call of 030 55570142\n    at run (/home/maya/app/dist/main.cjs:10234:7)' },
      'problem=[main.cjs:10234:7]',
    ],
    [{ file: '/home/maya/.assistant-console/settings.json' }, 'file=settings.json'],
    [{ file: 'C:\\Users\\Maya\\layout.json' }, 'file=layout.json'],
    [{ keptAs: '/home/maya/history.json.damaged-2026' }, 'keptAs=history.json'],
    [{ keptAs: '/home/maya/speed-dials.damaged-1.json' }, 'keptAs=speed-dials.damaged'],
    [{ file: '/home/maya/Maya Lindqvist.csv' }, 'file=…'],
    [{ file: '/home/maya/call-of-mrs-kapoor.acsession' }, 'file=…'],
    [{ file: '/etc/ssl/example-bank.pem' }, 'file=…'],
    [{ what: 'frame navigation' }, 'what=frame navigation'],
    [{ type: '+49 30 5557 0142' }, ''],
    [{ code: 'call of 2001' }, ''],
    [{ server: { host: 'pbx.example' } }, ''],
  ])('%j: %s', (fields, shown) => {
    expect(text(fields)).toBe(['1970-01-01T00:00:00.000Z INFO link', shown].filter((part) => part !== '').join(' '));
  });

  it('shows no message that is not one of the code', () => {
    expect(text({}, 'call from 2001')).toBe('1970-01-01T00:00:00.000Z INFO …');
  });

  it('bears lines that are no JSON', () => {
    expect(logText(['{"level":30,', '7', 'null'])).toMatch(/^(\(a line that was too long\)\n){3}$/);
  });
});

describe('the lines that are remembered', () => {
  it('are the last ones, and short', () => {
    const recent = new RecentLines();
    for (let at = 0; at < 1_200; at += 1) recent.write(String(at));
    recent.write('x'.repeat(100_000));
    expect(recent.lines()).toHaveLength(1_000);
    expect(recent.lines()[0]).toBe('201');
    expect(recent.lines().at(-1)).toHaveLength(4_000);
  });
});

import { describe, expect, it } from 'vitest';
import { defaultPreferences } from '../../../shared/console/preferences';
import { fail, ok } from '../../../shared/result';
import { parsePresets } from './parse';

const authority = {
  ofText: (pem: string) => (pem === 'PEM' ? ok(pem) : fail('no certificate')),
  ofFile: (file: string) => (file === 'ca.pem' ? ok('PEM of a file') : fail('it cannot be read')),
};
const parse = (value: unknown) => parsePresets(JSON.stringify(value), authority);
const taken = (value: object) => {
  const parsed = parse({ version: 1, ...value });
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
};
const nothing = { settings: {}, preferences: {}, locked: [] };

describe('presets', () => {
  it('hold settings, preferences and locks', () => {
    const wanted = {
      settings: { primary: 'wss://one.example:2912', backup: null, logLevel: 'warn', authorityFile: 'ca.pem' },
      preferences: {
        theme: 'contrast',
        textSize: 130,
        ring: { on: false },
        updates: false,
        shortcuts: { hold: ['F4'] },
      },
      locked: ['primary', 'ring', 'ring'],
      rememberMe: false,
    };
    expect(taken(wanted)).toEqual({
      presets: {
        settings: {
          primary: { host: 'one.example', port: 2912, tls: true },
          backup: null,
          logLevel: 'warn',
          authority: 'PEM of a file',
        },
        preferences: { ...wanted.preferences, ring: { ...defaultPreferences.ring, on: false } },
        locked: ['rememberMe', 'primary', 'ring'],
      },
      leftOut: [],
    });
  });

  it.each([
    [{ settings: { primary: 'one.example' } }, 'settings.primary: not a value it can have'],
    [{ settings: { primary: { host: 'a', port: 1 } } }, 'settings.primary: not a value it can have'],
    [{ settings: { primary: { host: 'a', port: 1, tls: true, tsl: 1 } } }, 'settings.primary: not a value it can have'],
    [{ settings: { heartbeatIntervalMs: 10 } }, 'settings.heartbeatIntervalMs: not a value it can have'],
    [{ settings: { heartbeat: 1_000 } }, 'settings.heartbeat: no such entry'],
    [{ settings: { version: 3 } }, 'settings.version: no such entry'],
    [{ settings: { authority: 'x' } }, 'settings.authority: no certificate'],
    [{ settings: { authority: 7 } }, 'settings.authority: not a value it can have'],
    [{ settings: { authorityFile: 'no.pem' } }, 'settings.authorityFile: it cannot be read'],
    [{ settings: [] }, 'settings: not an object'],
    [{ preferences: { theme: 'pink' } }, 'preferences.theme: not a value it can have'],
    [{ preferences: { updates: null } }, 'preferences.updates: not a value it can have'],
    [{ preferences: { ring: { loud: true } } }, 'preferences.ring: not a value it can have'],
    [{ preferences: { constructor: 1 } }, 'preferences.constructor: no such entry'],
    [{ locked: 'theme' }, 'locked: not a list'],
    [{ locked: ['colour'] }, 'locked: "colour": no such entry'],
    [{ locked: [{}] }, 'locked: not a name: no such entry'],
    [{ locked: ['rememberMe'] }, 'locked: "rememberMe": say "rememberMe": false to forbid it'],
    [{ rememberMe: true }, 'rememberMe: only false can be said here; people choose it themselves otherwise'],
    [{ lock: [] }, 'lock: no such entry'],
  ])('%j: that entry is left out and named, the rest holds', (wrong, why) => {
    expect(taken(wrong)).toEqual({ presets: nothing, leftOut: [why] });
    const beside = 'settings' in wrong ? { preferences: { theme: 'dark' } } : { settings: { logLevel: 'debug' } };
    expect(taken({ ...wrong, ...beside }).presets).toEqual({ ...nothing, ...beside });
  });

  it('no name reaches behind the object', () => {
    const parsed = parsePresets('{"version":1,"preferences":{"__proto__":{"theme":"dark"}}}', authority);
    expect(parsed).toEqual(ok({ presets: nothing, leftOut: ['preferences.__proto__: no such entry'] }));
  });

  it.each(['', 'no JSON', 'null', '[]', '7', '{}', '{"version":"1"}', '{"version":0}', '{"version":1.5}'])(
    '%j is refused as a whole',
    (text) => expect(parsePresets(text, authority)).toEqual(fail('damaged')),
  );

  it('of a later console are refused as a whole', () => {
    expect(parse({ version: 2, preferences: { theme: 'dark' } })).toEqual(fail('newer'));
  });
});

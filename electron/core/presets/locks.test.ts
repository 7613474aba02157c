import { afterEach, beforeEach, expect, it } from 'vitest';
import { BridgeError } from '../../../shared/bridgeError';
import { createBench } from '../testing/bench';
import type { Bench } from '../testing/bench';

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

it('what is locked is told, and a save that would change it is refused', async () => {
  const presets = { settings: { logLevel: 'warn' as const }, preferences: {}, locked: ['logLevel', 'theme'] as const };
  bench.presets = { presets, problem: null };
  await bench.restart();
  const { handlers } = bench.core;
  const state = () => bench.core.state();
  expect(state()).toMatchObject({ locked: ['logLevel', 'theme'], settings: { logLevel: 'warn' } });
  const { settings, preferences } = state();
  const locked = new BridgeError('locked');
  await expect(handlers.saveSettings({ ...settings, allowPlain: true, logLevel: 'info' })).rejects.toThrow(locked);
  await expect(handlers.savePreferences({ ...preferences, textSize: 130, theme: 'dark' })).rejects.toThrow(locked);
  expect(state()).toMatchObject({ settings, preferences });
  expect(await handlers.savePreferences({ ...preferences, textSize: 130 })).toMatchObject({ textSize: 130 });
  expect(await bench.push('preferences')).toMatchObject({ preferences: { textSize: 130, theme: preferences.theme } });
});

it('where no password may be kept, none is, and the one that was kept is forgotten', async () => {
  const { primary, backup } = bench.settings;
  const kept = { userId: 'maya', password: 'secret-word', servers: { primary, backup } };
  bench.secrets.kept = kept;
  bench.presets = { presets: { settings: {}, preferences: {}, locked: ['rememberMe'] }, problem: null };
  await bench.restart();
  expect(bench.core.state()).toMatchObject({
    link: { phase: 'signedOut' },
    signIn: { canRemember: 'administrator', rememberedUser: null },
  });
  expect(bench.secrets.kept).toBeNull();
  const login = bench.core.handlers.login({ userId: 'maya', password: 'secret-word', remember: true });
  await (await bench.primary.connection()).accept();
  expect(await login).toEqual({ status: 'live' });
  expect(bench.secrets.kept).toBeNull();
  expect(bench.core.state().signIn.rememberedUser).toBeNull();
});

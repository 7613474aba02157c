/** What the environment of a release runner says: where updates are published, and whether macOS packages can be notarized. Nothing of it is ever written into a file but the address of the feed. */
import type { Configuration } from 'electron-builder';

/** `UPDATE_FEED_URL`: the folder that carries the installers with their `latest*.yml`. Without it there is no feed, and the app never asks for one. */
export function publishTo(env: NodeJS.ProcessEnv): NonNullable<Configuration['publish']> | null {
  const address = env['UPDATE_FEED_URL'];
  if (!address) return null;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.search !== '')
    throw new Error('UPDATE_FEED_URL must be an https address without a name, a password or a query');
  return { provider: 'generic', url: url.href, channel: 'latest' };
}

/** One whole set of Apple's credentials, as electron-builder reads them. */
const appleCredentials: readonly (readonly string[])[] = [
  ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
  ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
  ['APPLE_KEYCHAIN', 'APPLE_KEYCHAIN_PROFILE'],
];

export function canNotarize(env: NodeJS.ProcessEnv): boolean {
  return appleCredentials.some((names) => names.every((name) => (env[name] ?? '') !== ''));
}

/** What is left out for want of credentials, to be told before a package is made: it must not be found out by somebody's computer refusing it. */
export function leftOut(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  const has = (...names: string[]): boolean => names.some((name) => (env[name] ?? '') !== '');
  return [
    ...(platform === 'darwin' && !has('CSC_LINK', 'CSC_NAME') ? ['signing (no CSC_LINK or CSC_NAME)'] : []),
    ...(platform === 'darwin' && !canNotarize(env) ? ['notarizing (no APPLE_… credentials)'] : []),
    ...(platform === 'win32' && !has('WIN_CSC_LINK', 'CSC_LINK') ? ['signing (no WIN_CSC_LINK or CSC_LINK)'] : []),
    ...(has('UPDATE_FEED_URL') ? [] : ['updates (no UPDATE_FEED_URL)']),
  ];
}

/** Where updates come from and whose signature they need: built into the console (build/scripts/bundle.ts), where nobody can change it. */
import type { Feed } from '../core/updates/feed';

/** Put in place of this name as the console is built; nowhere else does it exist. */
declare const BUILT_UPDATE_FEED: Feed | null;

export interface FeedHere {
  readonly feed: Feed;
  /** Only where the console is not packaged. */
  readonly devConfig: string | null;
}

/** Null: this console never looks for updates. */
export function feedHere(isPackaged: boolean, variables: NodeJS.ProcessEnv): FeedHere | null {
  if (isPackaged) {
    const feed = typeof BUILT_UPDATE_FEED === 'undefined' ? null : BUILT_UPDATE_FEED;
    return feed === null ? null : { feed, devConfig: null };
  }
  // For tests: in an installed console whoever starts it could have it trust a feed of their own.
  const url = variables['ASSISTANT_CONSOLE_UPDATE_FEED'];
  const publicKey = variables['ASSISTANT_CONSOLE_UPDATE_KEY'];
  const devConfig = variables['ASSISTANT_CONSOLE_UPDATE_CONFIG'];
  if (url === undefined || publicKey === undefined || devConfig === undefined) return null;
  return { feed: { url, publicKey }, devConfig };
}

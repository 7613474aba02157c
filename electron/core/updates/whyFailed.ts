/** What went wrong with an update, in the few kinds that help a person. Errors come from the updater, from Chromium's network and from us. */
import type { UpdateView } from '../../../shared/desktop/update';

/** The feed says something that it must not say. */
export class FeedRefused extends Error {
  override readonly name = 'FeedRefused';
  constructor(
    why: string,
    readonly is: 'notTrusted' | 'damaged' = 'notTrusted',
  ) {
    super(why);
  }
}

const kinds: readonly [RegExp, Extract<UpdateView, { phase: 'failed' }>['why']][] = [
  [/^ERR_UPDATER_INVALID_SIGNATURE$/, 'notTrusted'],
  [/^ERR_(CHECKSUM_MISMATCH|UPDATER_INVALID_UPDATE_INFO|UPDATER_NO_CHECKSUM|UPDATER_INVALID_VERSION)$/, 'damaged'],
  [/^(ECONN|ENOTFOUND|ETIMEDOUT|EHOST|ENET|EAI_|EPIPE|HTTP_ERROR_)/, 'unreachable'],
];

export function whyFailed(error: unknown): Extract<UpdateView, { phase: 'failed' }>['why'] {
  if (error instanceof FeedRefused) return error.is;
  if (!(error instanceof Error)) return 'other';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = kinds.find(([pattern]) => pattern.test(code));
  if (known !== undefined) return known[1];
  return /net::ERR_|status \d{3}|timed out|Redirect was cancelled/i.test(error.message) ? 'unreachable' : 'other';
}

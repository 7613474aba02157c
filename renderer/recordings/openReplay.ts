/** Plays a recording in a window of its own, or in a tab where the host has no windows. */
import type { Actions } from '../store/app';

/** False where it could not be opened. */
export async function openReplay({ ask }: Pick<Actions, 'ask'>, id: string | null): Promise<boolean> {
  const opened = await ask('openReplay', { id }).catch(() => null);
  if (opened?.status !== 'page') return opened !== null;
  // Nothing of this page is in the reach of the other.
  window.open(opened.path, '_blank', 'noopener');
  return true;
}

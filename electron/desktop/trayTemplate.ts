/** What the tray shows: which picture, which words, which menu. Pure. */
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuItem } from '../../shared/desktop/menu';
import type { Preferences } from '../../shared/console/preferences';
import { line, nativeItems, plain } from './menuItems';
import type { Summary } from './summary';
import { counted } from './trayWords';
import type { TrayWords } from './trayWords';

type Facts = {
  readonly summary: Summary;
  readonly words: TrayWords;
  readonly preferences: Pick<Preferences, 'language'>;
};

/** Without a link nothing that rings can be answered, and what was missed may not be all there is: that comes first. */
export function trayPicture({ link, ringing, missed }: Summary): string {
  if (link === 'signedOut') return 'signedOut';
  if (link !== 'connected') return 'reconnecting';
  if (ringing > 0) return 'ringing';
  return missed > 0 ? 'missed' : 'connected';
}

export function trayLines({ summary, words, preferences }: Facts): string[] {
  const { link, online, ringing, missed } = summary;
  return [
    link === 'connected' && online === false ? words.offline : words[link],
    ...(ringing > 0 ? [counted(words.ringing, ringing, preferences)] : []),
    ...(missed > 0 ? [counted(words.missed, missed, preferences)] : []),
  ];
}

export function trayTemplate(
  facts: Facts & { readonly items: readonly MenuItem[]; readonly platform: NodeJS.Platform },
  does: { readonly run: (command: string) => void; readonly open: () => void; readonly quit: () => void },
): MenuItemConstructorOptions[] {
  const { words, items, platform } = facts;
  // No key works in this menu.
  const actions = items.map((item) => (item.kind === 'command' ? { ...item, accelerator: null } : item));
  return [
    ...trayLines(facts).map((label, at) => ({ id: `state${at}`, label: plain(label), enabled: false })),
    line,
    ...nativeItems(actions, platform, does.run),
    ...(actions.length === 0 ? [] : [line]),
    { id: 'open', label: words.open, click: does.open },
    { id: 'quit', label: words.quit, click: does.quit },
  ];
}

/** The keys of the replay. One table that the keyboard, the tooltips and the list of shortcuts read. */

export const replayKeys = {
  play: ['Space'],
  previousEvent: ['ArrowLeft'],
  nextEvent: ['ArrowRight'],
  previousMark: ['$mod+ArrowLeft', '['],
  nextMark: ['$mod+ArrowRight', ']'],
  back: ['Shift+ArrowLeft'],
  forth: ['Shift+ArrowRight'],
  begin: ['$mod+Home'],
  finish: ['$mod+End'],
  slower: ['$mod+ArrowDown', '<'],
  faster: ['$mod+ArrowUp', '>'],
  skipIdle: ['$mod+Shift+Y', 'i'],
  jump: ['$mod+J', 'j'],
  find: ['$mod+F', '/'],
  findNext: ['F3'],
  findPrevious: ['Shift+F3'],
  zoomIn: ['$mod+Alt+ArrowUp', '+'],
  zoomOut: ['$mod+Alt+ArrowDown', '-'],
  zoomAll: ['$mod+Alt+0', '0'],
  copy: ['$mod+Shift+C', 'c'],
  compare: ['$mod+Shift+D', 'd'],
  raw: ['$mod+Shift+E', 'r'],
  events: ['F6', 'e'],
  keys: ['F1', '?'],
} as const satisfies Record<string, readonly string[]>;

export type ReplayKey = keyof typeof replayKeys;

/** A single letter or sign: a person who speaks to the computer, or whose hand slips, can switch these off (WCAG 2.1.4). */
export function isSingle(keys: string): boolean {
  return keys.length === 1;
}

export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** What was pressed; null where it is nothing of ours. `single`: letters and signs are shortcuts. */
export function replayKeyOf(pressed: Pressed, isMac: boolean, single: boolean): ReplayKey | null {
  for (const [name, all] of Object.entries(replayKeys))
    for (const keys of all) if ((single || !isSingle(keys)) && fits(keys, pressed, isMac)) return name as ReplayKey;
  return null;
}

function fits(keys: string, pressed: Pressed, isMac: boolean): boolean {
  const mod = isMac ? pressed.metaKey : pressed.ctrlKey;
  const otherMod = isMac ? pressed.ctrlKey : pressed.metaKey;
  const key = pressed.key === ' ' ? 'Space' : pressed.key;
  // A sign is the sign, whichever keys write it on this keyboard.
  if (isSingle(keys)) return !mod && !otherMod && !pressed.altKey && key.toLowerCase() === keys;
  const parts = keys.split('+');
  const name = parts.at(-1) ?? '';
  return (
    key.toLowerCase() === name.toLowerCase() &&
    mod === parts.includes('$mod') &&
    pressed.shiftKey === parts.includes('Shift') &&
    pressed.altKey === parts.includes('Alt') &&
    !otherMod
  );
}

/**
 * Keys of a shortcut as they may stand in a recording: a key that writes nothing, or a character with a modifier that makes it no typing.
 * Every key is named here: a word that only looks like the name of a key may be somebody's name.
 */

const modifiers: ReadonlySet<string> = new Set(['$mod', 'Control', 'Alt', 'Shift']);
/** With one of these a character is not typed. `Shift` alone writes its capital. */
const commanding: ReadonlySet<string> = new Set(['$mod', 'Control', 'Alt']);

/** As `KeyboardEvent.key` names them (UI Events), but `Plus` and `Space`, which are written out. */
const keys: ReadonlySet<string> = new Set([
  ...Array.from({ length: 24 }, (_, n) => `F${n + 1}`),
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['Enter', 'Escape', 'Tab', 'Backspace', 'Delete', 'Insert', 'Clear', 'ContextMenu', 'Help', 'Pause'],
  ...['PrintScreen', 'ScrollLock', 'NumLock', 'Plus', 'Space'],
  ...['MediaPlayPause', 'MediaPlay', 'MediaPause', 'MediaStop', 'MediaTrackNext', 'MediaTrackPrevious'],
  ...['AudioVolumeUp', 'AudioVolumeDown', 'AudioVolumeMute', 'MicrophoneToggle', 'MicrophoneMute'],
  ...['BrowserBack', 'BrowserForward', 'BrowserRefresh', 'BrowserSearch', 'BrowserHome', 'BrowserFavorites'],
  ...['Call', 'EndCall', 'HeadsetHook', 'LastNumberRedial', 'Find', 'Print', 'Save', 'Open', 'Close', 'New'],
]);

export function isChord(text: string): boolean {
  const parts = text.split('+');
  const key = parts.at(-1) ?? '';
  const held = parts.slice(0, -1);
  if (held.length > modifiers.size || held.some((one) => !modifiers.has(one))) return false;
  return keys.has(key) || (/^\S$/u.test(key) && held.some((one) => commanding.has(one)));
}

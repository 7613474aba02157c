/** The smallest menu each platform expects; roles bring their own labels, keys and behaviour. */
import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { Core } from '../core/core';
import { wordsFor } from './words';

export function setMenu(core: Core): void {
  build(core);
  // The language may be another now.
  core.subscribe(({ kind }) => {
    if (kind === 'preferences') build(core);
  });
}

function build(core: Core): void {
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const words = wordsFor(core.state().preferences);
  const preferences = {
    id: 'preferences',
    label: words.preferences,
    click: () => core.run('preferences'),
  };
  const first: MenuItemConstructorOptions =
    process.platform === 'darwin'
      ? {
          role: 'appMenu',
          submenu: [
            ...[{ role: 'about' } as const, line, preferences, line],
            ...[{ role: 'hide' } as const, { role: 'hideOthers' } as const, { role: 'unhide' } as const, line],
            { role: 'quit' },
          ],
        }
      : { role: 'fileMenu', submenu: [preferences, line, { role: 'quit' }] };
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      first,
      { role: 'editMenu' },
      {
        role: 'viewMenu',
        submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }],
      },
      { role: 'windowMenu' },
      {
        role: 'help',
        label: words.help,
        submenu: [
          ...([['checkConnection'], ['recordings', 'saveLastMinutes', 'reportProblem']] as const).flatMap(
            (names, at) => [
              ...(at === 0 ? [] : [line]),
              ...names.map((id) => ({ id, label: words[id], click: () => core.run(id) })),
            ],
          ),
        ],
      },
    ]),
  );
}

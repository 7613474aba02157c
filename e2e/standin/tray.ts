/** Electron's `Tray`, as data: tests read icon, words and menu, and click it. */
import { innerApp } from './app';
import type { StandinMenu } from './menu';
import type { StandinImage } from './nativeImage';
import { StrictEmitter, strict } from './strict';

class StandinTray extends StrictEmitter {
  toolTip = '';
  menu: StandinMenu | null = null;

  constructor(public image: StandinImage) {
    super('Tray', ['click']);
    if (!innerApp.isReady()) throw new Error('Cannot create Tray before app is ready');
    if (process.env['STANDIN_TRAY'] === 'none') throw new Error('stand-in: this system refuses tray icons');
  }

  setImage(image: StandinImage): void {
    this.image = image;
  }

  setToolTip(text: string): void {
    this.toolTip = text;
  }

  setContextMenu(menu: StandinMenu | null): void {
    this.menu = menu;
  }
}

let current: StandinTray | null = null;

const statics = strict('Tray', {
  /** For tests: what the icon looks like now; null where there is none. */
  shown: () => current && { picture: current.image.file, toolTip: current.toolTip, menu: current.menu },
  /** For tests: a person clicks it. */
  click: () => current?.emit('click', {}),
});

export const Tray = new Proxy(StandinTray, {
  construct(_target, [image]) {
    current = new StandinTray(image as StandinImage);
    return strict('tray', current);
  },
  get: (target, key) => (key === 'prototype' ? target.prototype : (Reflect.get(statics, key) as unknown)),
});

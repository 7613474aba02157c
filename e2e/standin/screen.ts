/** Electron's `screen`: one display, unless `STANDIN_DISPLAYS` lists work areas as JSON. */
import { innerApp } from './app';
import { strict } from './strict';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const areas = JSON.parse(process.env['STANDIN_DISPLAYS'] ?? '[{"x":0,"y":0,"width":1920,"height":1040}]') as Area[];

export const screen = strict('screen', {
  getAllDisplays() {
    if (!innerApp.isReady()) throw new Error("The 'screen' module can't be used before the app 'ready' event");
    return areas.map((workArea, id) => strict('display', { id, workArea }));
  },
});

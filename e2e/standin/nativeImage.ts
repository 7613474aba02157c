/** Electron's `nativeImage`: a real PNG of the product's, or an error where Electron would quietly show nothing. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strict } from './strict';

class StandinImage {
  /** For tests. */
  readonly file: string;
  template = false;

  constructor(file: string) {
    if (readFileSync(file).subarray(1, 4).toString() !== 'PNG') throw new Error(`stand-in: ${file} is no PNG`);
    if (!existsSync(file.replace(/\.png$/, '@2x.png')))
      throw new Error(`stand-in: ${file} has no picture for high density`);
    this.file = path.basename(file);
  }

  setTemplateImage(template: boolean): void {
    if (!this.file.includes('Template')) throw new Error(`stand-in: ${this.file} is no template`);
    this.template = template;
  }
}

export type { StandinImage };

export const nativeImage = strict('nativeImage', {
  createFromPath: (file: string) => strict('native image', new StandinImage(file)),
});

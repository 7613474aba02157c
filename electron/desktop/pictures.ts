/** The pictures beside the bundle (build/icons/tray): Electron finds the one that fits the screen's scale by its name. */
import path from 'node:path';
import { nativeImage } from 'electron';
import type { NativeImage } from 'electron';

const folder = path.join(__dirname, 'tray');

/** macOS paints a template in the colour of its menu bar, so only the shape counts there. */
export function trayImage(picture: string, platform: NodeJS.Platform): NativeImage {
  if (platform !== 'darwin') return nativeImage.createFromPath(path.join(folder, `${picture}.png`));
  const image = nativeImage.createFromPath(path.join(folder, `${picture}Template.png`));
  image.setTemplateImage(true);
  return image;
}

/** For the taskbar of Windows, which has no number of its own. */
export function badgeImage(count: number): NativeImage {
  return nativeImage.createFromPath(path.join(folder, `badge${count > 9 ? '9plus' : count}.png`));
}

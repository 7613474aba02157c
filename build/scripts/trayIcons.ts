/** Draws the svg files of build/icons/tray in every size of the tray and the taskbar (`wanted.ts`): run after a change to one of them. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { pictures, type Picture } from '../icons/tray/wanted';
import { chromiumFlags, ensureChromium } from './chromium';
import { root } from './paths';
import { done, step } from './report';

const folder = path.join(root, 'build', 'icons', 'tray');
const out = path.join(folder, 'png');

/** What the svg looks like in this place. */
function drawn({ svg, look, text }: Picture): string {
  const source = readFileSync(path.join(folder, svg), 'utf8');
  if (look === 'template')
    return source.replace(/<rect class="tile"[^>]*>/, '').replace('color="#fff"', 'color="#000"');
  if (look !== 'badge') return source;
  // Two signs need smaller ones.
  return source.replace('>0<', `>${text}<`).replace('font-size="11"', `font-size="${text.length > 1 ? 8.5 : 11}"`);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: ensureChromium(step), args: [...chromiumFlags] });
try {
  const page = await browser.newPage();
  for (const picture of pictures) {
    const { size, file } = picture;
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawn(picture)}`,
    );
    writeFileSync(path.join(out, file), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
done(`${pictures.length} pictures for tray and taskbar`);

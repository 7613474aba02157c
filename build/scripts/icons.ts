/** `npm run icons`: draws the svg files of build/icons in every size, and packs them for Windows (.ico) and macOS (.icns). */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { IconIcns, IconIco } from '@shockpkg/icon-encoder';
import { drawings, icnsEntries, icoSizes, svgOf, type Drawing } from '../icons/wanted';
import { chromiumFlags, ensureChromium } from './chromium';
import { root } from './paths';
import { done, step } from './report';

const folder = path.join(root, 'build', 'icons');
type Draw = (size: number) => Promise<Uint8Array>;

const browser = await chromium.launch({ executablePath: ensureChromium(step), args: [...chromiumFlags] });
try {
  const page = await browser.newPage();
  for (const drawing of drawings) await make(page, drawing);
} finally {
  await browser.close();
}

async function make(page: Page, { name, onMac, pngs }: Drawing): Promise<void> {
  const plain: Draw = (size) => draw(page, svg(name, size), size);
  const mac: Draw = (size) => draw(page, onMac === 'tile' ? withRoom(svg(name, size), size) : svg(name, size), size);
  mkdirSync(path.join(folder, 'png'), { recursive: true });
  for (const size of pngs) writeFileSync(path.join(folder, 'png', `${size}x${size}.png`), await plain(size));

  const ico = new IconIco();
  for (const size of icoSizes.toReversed()) await ico.addFromPng(await plain(size));
  writeFileSync(path.join(folder, `${name}.ico`), ico.encode());

  const icns = new IconIcns();
  icns.toc = true;
  for (const [type, size] of icnsEntries) await icns.addFromPng(await mac(size), [type]);
  writeFileSync(path.join(folder, `${name}.icns`), icns.encode());
  done(`${name}: ${pngs.length} png, ${name}.ico (${icoSizes.length} sizes), ${name}.icns (${icnsEntries.length})`);
}

function svg(name: Drawing['name'], size: number): string {
  return readFileSync(path.join(folder, svgOf(name, size)), 'utf8');
}

/** The tile of an icon on macOS takes four fifths of its place and lies on a soft shadow; at 16 and 32 pixels every one counts. */
function withRoom(text: string, size: number): string {
  if (size < 64) return text;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1024 1024">
    <filter id="shadow" x="-20%" y="-20%" width="140%" height="140%">
      <feDropShadow dx="0" dy="12" stdDeviation="14" flood-color="#0b1020" flood-opacity="0.35" />
    </filter>
    <g filter="url(#shadow)"><svg x="57" y="57" width="910" height="910" viewBox="0 0 1024 1024">${text}</svg></g>
  </svg>`;
}

async function draw(page: Page, text: string, size: number): Promise<Uint8Array> {
  await page.setViewportSize({ width: size, height: size });
  const source = `data:image/svg+xml;base64,${Buffer.from(text).toString('base64')}`;
  await page.setContent(
    `<style>body{margin:0}img{display:block;width:${size}px;height:${size}px}</style><img src="${source}">`,
  );
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  return await page.screenshot({ omitBackground: true });
}

import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ownAppImage } from './appImage';

const image = '/home/anna/Console.AppImage';

it('is the one that the program was unpacked from, also behind a link', () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'console-mount-')));
  const link = `${folder}-link`;
  symlinkSync(folder, link);
  for (const mounted of [folder, link])
    expect(ownAppImage({ APPIMAGE: image, APPDIR: mounted }, path.join(folder, 'assistant-console'))).toBe(image);
  rmSync(link);
  rmSync(folder, { recursive: true });
});

it.each([
  ['of the browser that opened a link', { APPIMAGE: '/opt/Browser.AppImage', APPDIR: '/tmp/.mount_Browse' }],
  ['of a folder with a longer name', { APPIMAGE: image, APPDIR: '/opt/assistant' }],
  ['without a folder', { APPIMAGE: image }],
  ['without a name', { APPDIR: '/opt/assistant-console' }],
])('is none %s', (_what, variables) => {
  expect(ownAppImage(variables, '/opt/assistant-console/assistant-console')).toBeNull();
});

/**
 * A folder that electron-builder takes for a distribution of Electron, where the real one cannot be had: the same places, the same fuses as they are
 * delivered, and programs that say that they are none. What is packed of ours is packed for real.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { standinMark, type System } from '../packed';

/** Version 1, nine fuses, as Electron 45 has them before anybody decides. */
const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100011'),
  // How one tells it from the real one.
  Buffer.from(standinMark),
]);
const script = Buffer.from('#!/bin/sh\necho "A stand-in for Electron: it can be packed, not started." >&2\nexit 1\n');
/** A Windows program without any code, and with the version information that is edited while packing. Made with resedit's `NtExecutable.createEmpty`. */
const windowsProgram = inflateRawSync(
  Buffer.from(
    '7ZJNSwJRGIWfK0Ngobh0l4HbBoMJCloYjJZQKk2ItDHTKQSdkZlx76rf46KFBP0Ef0stWmfM1TEnpw8I2tS7OXfOfc95P+aeXgwRgAJMpzBkFnm+Dj83uXmf5C4+2RqLk8mWXjEyPbttZizby7iDft92PLOtJhLr2Q88qgVo34oQ90RMbMQiklOzsiI4x2BtfhUgmRmPhEsRiAJY/Q4dw6TCr4XquE7LLxtbqv1uB/nv/ZYfhJCl02/PYMH7O89F8HEFjoF6CsYCRvOdjYUG1DBoUKPAGQYlKpRpUKJMkYrMe1AeX3wfhW2W8bNICz/DwMOhg8UNRTp0MSlhcY0NPEuXHBo59iVe+f2jEUcs8muYOLh0sLGkt8YuKhoqO6hSAXtSU8XBps2AFt6KMkqnRejKNOlhyvuC7KEl5wjqH4T60zFxack5+3hLfUZpdTlzjSZOxEYgKx/VOQ5NLFy6NEOecWWkVA91vVQ+qv/j38BX',
    'base64',
  ),
);
const locales = ['en-US', 'en-GB', 'fr', 'de', 'es', 'zh-TW', 'ar', 'ja'];

type Put = (name: string, content: string | Buffer, mode?: number) => void;

export function makeStandinDistribution(system: System, version: string, folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  const put: Put = (name, content, mode = 0o644) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content, { mode });
  };
  put('version', version);
  put('LICENSE', 'The licence of Electron goes here.\n');
  put('LICENSES.chromium.html', '<!doctype html><title>Licences of Chromium</title>\n');
  if (system === 'darwin') putMacApp(put);
  else putProgram(put, system);
  return folder;
}

function putProgram(put: Put, system: System): void {
  const [name, program] = system === 'win32' ? ['electron.exe', windowsProgram] : ['electron', script];
  put(name, Buffer.concat([program, fuseWire]), 0o755);
  for (const locale of locales) put(`locales/${locale}.pak`, locale);
  put('resources/.keep', '');
}

function putMacApp(put: Put): void {
  const contents = 'Electron.app/Contents';
  put(`${contents}/Info.plist`, plist('Electron'));
  put(`${contents}/MacOS/Electron`, script, 0o755);
  put(`${contents}/Resources/electron.icns`, '');
  const framework = `${contents}/Frameworks/Electron Framework.framework`;
  put(`${framework}/Electron Framework`, Buffer.concat([script, fuseWire]), 0o755);
  for (const locale of locales) {
    const name = `${locale.replace('-', '_').replace('en_US', 'en')}.lproj/locale.pak`;
    put(`${contents}/Resources/${name}`, locale);
    put(`${framework}/Versions/A/Resources/${name}`, locale);
  }
  for (const kind of ['', ' (Renderer)', ' (Plugin)', ' (GPU)']) {
    const helper = `Electron Helper${kind}`;
    put(`${contents}/Frameworks/${helper}.app/Contents/Info.plist`, plist(helper));
    put(`${contents}/Frameworks/${helper}.app/Contents/MacOS/${helper}`, script, 0o755);
  }
}

function plist(name: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>CFBundleName</key><string>${name}</string>
<key>CFBundleExecutable</key><string>${name}</string>
<key>CFBundleIdentifier</key><string>com.github.Electron</string>
</dict></plist>
`;
}

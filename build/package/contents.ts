/** What is in a packed archive, and what may be: an allow-list, since a list of what is forbidden always lacks the next thing. */
import { createHash } from 'node:crypto';
import { extractFile, getRawHeader, listPackage, statFile } from '@electron/asar';
import { packedKeys } from './about';
import { required } from './stage';

export interface PackedFile {
  /** With slashes, without one in front. */
  readonly name: string;
  readonly bytes: number;
}

const allowed: readonly RegExp[] = [
  /^package\.json$/,
  /^dist\/desktop\/(main|preload)\.cjs$/,
  // Pictures that the system shows: the tray's, a notification's.
  /^dist\/desktop\/(?:[\w-]+\/)?[\w@.-]+\.(png|ico|svg)$/,
  /^dist\/renderer\/(index|replay)\.html$/,
  /^dist\/renderer\/assets\/[\w.-]+\.(js|css|svg|png|woff2)$/,
];

/** What a text of ours never says: a private key, a token of a well-known kind, a place on the machine that packed it. */
const secrets: readonly (readonly [string, RegExp])[] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\\nr]*[A-Za-z0-9+/=]{32}/],
  ['an access token', /\b(gh[pousr]_[A-Za-z0-9]{36}|AKIA[0-9A-Z]{16}|xox[bp]-[0-9A-Za-z-]{20,})\b/],
  ['a map of the sources', /sourceMappingURL=data:/],
];

export function filesIn(asar: string): PackedFile[] {
  return listPackage(asar, { isPack: false })
    .map((name) => name.replaceAll('\\', '/').replace(/^\//, ''))
    .flatMap((name) => {
      const entry = statFile(asar, name);
      return 'files' in entry ? [] : [{ name, bytes: 'size' in entry ? entry.size : 0 }];
    })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

export function readPacked(asar: string, name: string): string {
  return extractFile(asar, name).toString('utf8');
}

/** What Electron compares before it loads anything from the archive: the header has the hash of every file in it. */
export function integrityOf(asar: string): string {
  return createHash('sha256').update(getRawHeader(asar).headerString).digest('hex');
}

/** In words; none, when all is well. `builtAt`: the checkout that it was made from, which is nobody else's business. */
export function problemsIn(files: readonly PackedFile[], read: (name: string) => string, builtAt: string): string[] {
  const names = files.map(({ name }) => name);
  const strange = names.filter((name) => !allowed.some((pattern) => pattern.test(name)));
  const missing = required.filter((name) => !names.includes(name));
  const texts = names.filter((name) => /\.(cjs|js|json|html|css|svg)$/.test(name));
  return [
    ...strange.map((name) => `${name} does not belong into a package`),
    ...missing.map((name) => `${name} is not in it`),
    ...files.filter(({ bytes }) => bytes === 0).map(({ name }) => `${name} is empty`),
    ...texts.flatMap((name) => problemsOfText(name, read(name), builtAt)),
    ...(names.includes('package.json') ? problemsOfPackage(read('package.json')) : []),
  ];
}

function problemsOfText(name: string, text: string, builtAt: string): string[] {
  const found = secrets.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${name} has ${what} in it`);
  return text.includes(builtAt) ? [...found, `${name} names the folder it was built in`] : found;
}

function problemsOfPackage(text: string): string[] {
  const more = Object.keys(JSON.parse(text) as object).filter((key) => !packedKeys.has(key));
  return more.map((key) => `package.json says ${key}`);
}

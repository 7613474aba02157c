/** `npm run size`: a table of what the console's page weighs. `--packages` says what the main window is made of. */
import { printTable, print } from '../../e2e/bench/report';
import { mainWindowLimit, measureRenderer, type Part } from './rendererSize';

const { login, mainWindow, later, catalogues, all, packages } = await measureRenderer();

const kilobytes = (bytes: number): string => (bytes / 1_000).toFixed(1);
const row = ({ name, files, bytes, gzip }: Part): string[] => [name, String(files), kilobytes(bytes), kilobytes(gzip)];
const adds = (part: Part): string[] => row({ ...part, name: `+ ${part.name}` });

printTable(
  ['renderer code', 'files', 'kB', 'kB gzip'],
  [login, mainWindow].map(row).concat(later.map(adds), catalogues.map(adds), [row(all)]),
);
print(
  `Main window: ${kilobytes(mainWindow.gzip)} kB gzip; goal ≤ ${kilobytes(mainWindowLimit)}. English is in it; of the other languages the one that is chosen comes on top.\n`,
);
if (process.argv.includes('--packages'))
  printTable(
    ['in the main window, before minifying', 'kB'],
    packages.map(({ name, bytes }) => [name, kilobytes(bytes)]),
  );

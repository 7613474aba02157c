/** Files of one recording as one text, read in pieces: a long recording is never in memory as a whole, and no call waits for it. */
import { isMissing, pieceBytes } from './files';
import type { RecorderFiles } from './files';

const newline = 10;
const lineEnd = Buffer.from('\n');

/** `before`: the beginning of the text, where it is there already; else the first file brings its header. */
export async function* textOf(
  files: RecorderFiles,
  names: readonly string[],
  before: readonly Buffer[] = [],
): AsyncGenerator<Buffer> {
  let last: number | undefined;
  for (const piece of before.flatMap(inPieces)) {
    yield piece;
    last = piece.at(-1);
  }
  for (const name of names) {
    let isBegun = false;
    for await (const piece of last === undefined ? found(files, name) : bodyOf(files, name)) {
      // A line that was cut off at the end of a file spoils only itself; at the end of all, a reader sees that it was cut off.
      if (!isBegun && last !== undefined && last !== newline) yield lineEnd;
      isBegun = true;
      yield piece;
      last = piece.at(-1);
    }
  }
}

/** Empty where it has gone in the meantime, as the oldest do: a reader counts the lines that are missing. */
async function* found(files: RecorderFiles, name: string): AsyncGenerator<Buffer> {
  try {
    yield* files.pieces(name);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** Without its header: the recording goes on. */
async function* bodyOf(files: RecorderFiles, name: string): AsyncGenerator<Buffer> {
  let inBody = false;
  for await (const piece of found(files, name)) {
    const start = inBody ? 0 : piece.indexOf(newline) + 1;
    if (!inBody && start === 0) continue;
    inBody = true;
    if (start < piece.length) yield piece.subarray(start);
  }
}

function inPieces(whole: Buffer): Buffer[] {
  const count = Math.ceil(whole.length / pieceBytes);
  return Array.from({ length: count }, (_, n) => whole.subarray(n * pieceBytes, (n + 1) * pieceBytes));
}

/** The service's log: structured lines without secrets, and without whole numbers of people. */
import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino';

/** Belt and braces: nobody logs these, and whoever does by mistake logs nothing. */
const secrets = ['password', 'token', 'resumeToken', 'device', 'authorization', 'cookie', 'secret'];
const paths = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `headers["${name}"]`]);

export function serviceLog(level: string, service: string, to: DestinationStream): Logger {
  const options = {
    level,
    base: { service },
    redact: { paths, censor: '[secret]' },
    serializers: { err: describeError },
  };
  return pino(options, to);
}

/** The last two digits, enough to find a call by with the caller on the line: `60003` is `…03`. */
export function maskNumber(number: string): string {
  return `…${number.slice(-2)}`;
}

/** In free text: anything that could be somebody's number. Ports, years in dates and line numbers follow a mark and stay. */
export function maskNumbers(text: string): string {
  return text.replace(/(?<![\w.:#\-/@])\+?\d(?:[ \-/()]?\d){3,}(?![\w])/g, (number) => maskNumber(number));
}

/** Databases quote the row that they refuse: the code says enough. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? maskNumbers(error) : error;
  const { type, message, stack } = stdSerializers.err(error);
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { type, ...code, message: maskNumbers(message), stack: maskNumbers(stack) };
}

/** An error as the log tells it, from the words of whoever threw it: its kind, what an engine says for everybody, and the places in our own code. */
import { told } from './said';

/** `main-C1xA_.js:10:7`, without its folder; more digits in a row than a file of ours has are a number of somebody's. */
const place = /(?<![\w.-])(?![\w.-]*\d{5})[\w.-]{1,60}\.(?:[cm]?js|ts):\d{1,7}(?::\d{1,7})?(?![\w:.])/g;
const most = 8;
/** Characters: what is longer is not looked at. */
const longest = 20_000;

export interface Described {
  readonly error: string;
  readonly said?: string;
  readonly places?: string;
}

export function describe(message: string, stack: string | null): Described {
  const { error, said } = told(message.slice(0, longest));
  // The first line of a stack is the message again, with whatever it quotes.
  const frames = (stack ?? '')
    .slice(0, longest)
    .split('\n')
    .filter((line) => !line.includes(message.split('\n')[0] || '\0'));
  const places = [...new Set(frames.join('\n').match(place) ?? [])].slice(0, most).join(' ');
  return { error, ...(said === null ? {} : { said }), ...(places === '' ? {} : { places }) };
}

/** Of something that was thrown: anything can be. */
export function describeThrown(thrown: unknown): Described {
  try {
    if (!(thrown instanceof Error)) return { error: 'Error' };
    return describe(`${thrown.name}: ${thrown.message}`, thrown.stack ?? null);
  } catch {
    // A getter of an error that throws itself.
    return { error: 'Error' };
  }
}

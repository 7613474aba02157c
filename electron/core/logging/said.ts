/** What an engine or a library says of an error, where it is the same for everybody: the rest of an error's message may quote names and numbers. */

/** Kinds of errors; others are told as `Error`. */
const kinds: ReadonlySet<string> = new Set([
  ...['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'URIError', 'EvalError', 'AggregateError'],
  ...['BridgeError', 'ZodError', 'AssertionError', 'DOMException', 'AbortError', 'NotAllowedError', 'NotFoundError'],
  ...['InvalidStateError', 'QuotaExceededError', 'SecurityError', 'DataCloneError', 'NetworkError', 'TimeoutError'],
]);

const sayings: readonly string[] = [
  ...['undefined', 'null'].flatMap((of) => [
    `Cannot read properties of ${of}`,
    `Cannot set properties of ${of}`,
    `Cannot convert ${of === 'null' ? 'undefined or null to object' : 'a Symbol value to a string'}`,
  ]),
  'Maximum call stack size exceeded',
  'Invalid array length',
  'Invalid time value',
  'Invalid string length',
  'Array buffer allocation failed',
  'Failed to fetch dynamically imported module',
  'Failed to fetch',
  'An object could not be cloned',
  'Object has been destroyed',
  'Render frame was disposed',
  'Failed to execute',
  'Assignment to constant variable',
  'Unexpected end of JSON input',
  'is not valid JSON',
  'is not a function',
  'is not a constructor',
  'is not iterable',
  'is not defined',
  'before initialization',
  'This document requires',
];
const react = /Minified React error #(\d{1,4})\b/;
const reactSaid = /^Minified React error \d{1,4}$/;

export interface Told {
  readonly error: string;
  readonly said: string | null;
}

/** Of `TypeError: Cannot read properties of undefined (reading 'x')`. */
export function told(message: string): Told {
  const [, kind = ''] = /^(?:Uncaught )?(?:\(in promise\) )?([A-Za-z]{1,40}):/.exec(message) ?? [];
  const [, reactCode] = react.exec(message) ?? [];
  const said =
    reactCode === undefined ? sayings.find((saying) => message.includes(saying)) : `Minified React error ${reactCode}`;
  return { error: kinds.has(kind) ? kind : 'Error', said: said ?? null };
}

export function isSaid(text: string): boolean {
  return sayings.includes(text) || reactSaid.test(text);
}

/** Ends an exhaustive switch: a new variant that nobody handles is a type error here. */
export function assertNever(value: never): never {
  throw new Error(`unexpected variant: ${JSON.stringify(value)}`);
}

/** One request of a page, from whichever host: name and arguments are unchecked until they have passed here. */
import { bridgeRequests } from '../../shared/bridge';
import type { BridgeArgs, BridgeHandlers, BridgeRequestName } from '../../shared/bridge';
import { BridgeError } from '../../shared/bridgeError';
import type { BridgeErrorCode } from '../../shared/bridgeWire';
import { fail, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { Log } from './log';

/** Never rejects: what goes wrong in a handler is logged and answered with `internal`, or with the handler's own code. */
export async function dispatch(
  handlers: BridgeHandlers,
  name: string,
  args: unknown,
  log: Log,
): Promise<Result<unknown, BridgeErrorCode>> {
  if (!isRequestName(name)) return fail('unknownRequest');
  try {
    return await serve(handlers, name, args);
  } catch (error) {
    if (error instanceof BridgeError) return fail(error.code);
    log.error({ request: name, problem: error instanceof Error ? error.stack : String(error) }, 'request failed');
    return fail('internal');
  }
}

async function serve<K extends BridgeRequestName>(
  handlers: { readonly [N in K]: (args: BridgeArgs<N>) => Promise<unknown> },
  name: K,
  args: unknown,
): Promise<Result<unknown, BridgeErrorCode>> {
  const parsed = parse(bridgeRequests[name].args, args);
  if (parsed?.success !== true) return fail('badRequest');
  return ok(await handlers[name](parsed.data as BridgeArgs<K>));
}

/** Null where looking at it throws already: a getter, a proxy, something nested without end. */
function parse(schema: (typeof bridgeRequests)[BridgeRequestName]['args'], args: unknown) {
  try {
    return schema.safeParse(args);
  } catch {
    return null;
  }
}

function isRequestName(name: string): name is BridgeRequestName {
  return Object.hasOwn(bridgeRequests, name);
}

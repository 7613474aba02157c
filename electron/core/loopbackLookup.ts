/** `localhost` is this machine, whatever a name server says: what may only stay here is not sent where a wrong answer leads. */
import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isLoopback } from '../../shared/connection/loopback';

export const lookupOfLoopback: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const [first, ...others] = error === null ? found.filter(({ address }) => isLoopback(address)) : [];
    if (first === undefined) callback(error ?? notHere(hostname), '', 0);
    else if (options.all === true) callback(null, [first, ...others]);
    else callback(null, first.address, first.family);
  });
};

function notHere(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${hostname} is not this machine`), { code: 'ENOTFOUND' });
}

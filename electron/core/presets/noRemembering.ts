/** The store of a machine where an administrator wants no password kept: what was kept before goes. */
import type { SecretStore } from '../secrets';

export function noRemembering(store: SecretStore): SecretStore {
  const forget = () => store.forget();
  return {
    canRemember: 'administrator',
    read() {
      forget();
      return Promise.resolve(null);
    },
    keep() {
      forget();
      return Promise.resolve(false);
    },
    forget,
  };
}

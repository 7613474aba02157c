import 'i18next';
import type { en } from './en';

/** A key that is not in the catalogue is a type error. */
declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
    returnNull: false;
  }
}

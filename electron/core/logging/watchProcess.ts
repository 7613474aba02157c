/** Errors of this process that nothing has caught: on the disk before anything else happens, under a reference that the person is shown, too. */
import { makeReference } from '../../../shared/desktop/reference';
import { describeThrown } from './describe';

interface FatalLog {
  fatal(fields: object, message: string): void;
}

/** `after` says what becomes of a process that is damaged: it must not go on as if nothing had happened. */
export function watchProcess(log: FatalLog, after: (reference: string) => void): void {
  const failed = (what: 'error' | 'promise') => (thrown: unknown) => {
    const reference = makeReference(Math.random);
    try {
      log.fatal({ reference, where: what, ...describeThrown(thrown) }, 'an error that nothing has caught');
    } finally {
      after(reference);
    }
  };
  process.on('uncaughtException', failed('error'));
  process.on('unhandledRejection', failed('promise'));
}

/** Why the service did not take a part of what was saved. */
import type { TFunction } from 'i18next';
import type { CommandRefusal } from '../../shared/bridge';

export function refusalWords(code: CommandRefusal['code'], t: TFunction): string {
  switch (code) {
    case 'circularDivert':
      return t('configure.refusedCircle');
    case 'cannotDial':
      return t('configure.refusedNumber');
    case 'staleState':
      return t('configure.refusedStale');
    case 'invalidPattern':
      return t('configure.refusedPattern');
    case 'limitExceeded':
      return t('configure.refusedTooMany');
    default:
      return t('configure.refused', { why: t(`error.${code}`) });
  }
}

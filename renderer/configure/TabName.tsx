import { useTranslation } from 'react-i18next';
import type { ConfigureTab } from '../store/overlay';

const names = {
  assistant: 'configure.assistantTab',
  divert: 'configure.divertTab',
  inclusive: 'configure.inclusiveTab',
  exclusive: 'configure.exclusiveTab',
} as const satisfies Record<ConfigureTab, string>;

interface TabNameProps {
  readonly tab: ConfigureTab;
  readonly count: number | null;
  readonly changed: boolean;
  /** Somebody else changed it too: it waits for an answer. */
  readonly asked: boolean;
}

export function TabName({ tab, count, changed, asked }: TabNameProps) {
  const { t } = useTranslation();
  return (
    <>
      {t(names[tab])}
      {count !== null && <span className="count">{count}</span>}
      {asked ? (
        <span className="tab__mark tab__mark--asked" title={t('configure.conflictMark')}>
          <span aria-hidden="true">!</span>
          <span className="visually-hidden">{t('configure.conflictMark')}</span>
        </span>
      ) : (
        changed && (
          <span className="tab__mark" title={t('configure.changedMark')}>
            <span className="visually-hidden">{t('configure.changedMark')}</span>
          </span>
        )
      )}
    </>
  );
}

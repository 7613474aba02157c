import { History } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PanelId } from '../../shared/console/layout';
import { useApp } from '../store/context';

interface PanelProps {
  readonly name: PanelId;
  readonly title: string;
  readonly count?: { readonly value: number; readonly label: string };
  /** Shows the service's facts: marked as last known while the link is down. */
  readonly facts?: boolean;
  readonly children: ReactNode;
}

export function Panel({ name, title, count, facts = false, children }: PanelProps) {
  const { t } = useTranslation();
  const headingId = useId();
  const staleId = useId();
  const stale = useApp((state) => facts && state.link.phase !== 'live');
  return (
    <section
      className={`panel panel--${name}`}
      aria-labelledby={headingId}
      aria-describedby={stale ? staleId : undefined}
      data-stale-panel={stale ? '' : undefined}
    >
      <header className="panel__head">
        <h2 className="panel__title" id={headingId}>
          {title}
        </h2>
        {count !== undefined && count.value > 0 && (
          <span className="count">
            <span aria-hidden="true">{count.value}</span>
            <span className="visually-hidden">{count.label}</span>
          </span>
        )}
        {stale && (
          <span className="stale-mark" id={staleId}>
            <History size={12} aria-hidden="true" />
            {t('banner.stale')}
          </span>
        )}
      </header>
      <div className={facts ? 'panel__body panel__body--facts' : 'panel__body'}>{children}</div>
    </section>
  );
}

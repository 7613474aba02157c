import { History } from 'lucide-react';
import { use, useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PanelId } from '../../shared/console/layout';
import { panelElementId } from '../commands/focus';
import { ArrangementContext, StandingContext } from '../layout/context';
import { panelDragProps } from '../layout/panelDrag';
import { PanelMenu } from '../layout/PanelMenu';
import { useApp } from '../store/context';
import { isCurrent } from '../store/selectors';

interface PanelProps {
  readonly name: PanelId;
  readonly title: string;
  readonly count?: { readonly value: number; readonly label: string };
  /** Shows the service's facts: marked as last known while the link, or the service's own link to the phone system, is down. */
  readonly facts?: boolean;
  /** Buttons for the whole panel, at the end of its head. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a panel. Alone in its place it has a head, by which it can be dragged; among tabs its tab is the head. */
export function Panel({ name, title, count, facts = false, actions, children }: PanelProps) {
  const { t } = useTranslation();
  const headingId = useId();
  const staleId = useId();
  const stale = useApp((state) => facts && !isCurrent(state));
  const tabbed = use(StandingContext) !== 'alone';
  const movable = use(ArrangementContext) !== null;
  const mark = stale && (
    <span className="stale-mark" id={staleId} title={t('banner.stale')}>
      <span className="stale-mark__icon">
        <History size={12} aria-hidden="true" />
      </span>
      <span className="stale-mark__words">{t('banner.stale')}</span>
    </span>
  );
  const heading = (
    <h2 className={tabbed ? 'visually-hidden' : 'panel__title ellipsis'} id={headingId}>
      {title}
    </h2>
  );
  return (
    <section
      id={panelElementId(name)}
      className={`panel panel--${name}`}
      aria-labelledby={headingId}
      aria-describedby={stale ? staleId : undefined}
      data-stale-panel={stale ? '' : undefined}
    >
      {tabbed ? (
        <>
          {heading}
          {(stale || actions !== undefined) && (
            <div className="panel__sub">
              {mark}
              {actions !== undefined && <div className="panel__actions">{actions}</div>}
            </div>
          )}
        </>
      ) : (
        <header className="panel__head" {...(movable ? panelDragProps(name) : {})}>
          {heading}
          {count !== undefined && count.value > 0 && (
            <span className="count">
              <span aria-hidden="true">{count.value}</span>
              <span className="visually-hidden">{count.label}</span>
            </span>
          )}
          {mark}
          <div className="panel__actions">
            {actions}
            {movable && <PanelMenu panel={name} />}
          </div>
        </header>
      )}
      <div className={facts ? 'panel__body panel__body--facts' : 'panel__body'}>{children}</div>
    </section>
  );
}

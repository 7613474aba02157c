import { BookUser, History, Phone, Star, UsersRound, type LucideIcon } from 'lucide-react';
import { Tab } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PanelId } from '../../shared/console/layout';
import { useApp } from '../store/context';
import { badgeOf } from './badge';
import { useArrangement } from './context';
import { panelDragProps } from './panelDrag';
import { tabName } from './panelNames';
import { useComeForward } from './useComeForward';

const icons: Readonly<Record<PanelId, LucideIcon>> = {
  calls: Phone,
  managers: UsersRound,
  directory: BookUser,
  speedDials: Star,
  history: History,
};

/** A panel's tab, with the number of what waits behind it; it can be dragged to another place, and opens under what is dragged. */
export function PanelTab({ panel }: { readonly panel: PanelId }) {
  const { t } = useTranslation();
  const { show } = useArrangement();
  const Icon = icons[panel];
  const over = useComeForward(() => show(panel));
  const kind = useApp((state) => badgeOf(panel, state)?.kind ?? null);
  const count = useApp((state) => badgeOf(panel, state)?.count ?? 0);
  return (
    <Tab
      id={panel}
      className="tab"
      render={(props) => ('href' in props ? <a {...props} /> : <div {...props} {...panelDragProps(panel)} {...over} />)}
    >
      <Icon className="tab__icon" size={15} aria-hidden="true" />
      <span className="tab__name">{tabName(panel, t)}</span>
      {kind !== null && (
        <span className={`tab__badge tab__badge--${kind}`}>
          <span aria-hidden="true">{count}</span>
          <span className="visually-hidden">{t(`layout.badge.${kind}`, { count })}</span>
        </span>
      )}
    </Tab>
  );
}

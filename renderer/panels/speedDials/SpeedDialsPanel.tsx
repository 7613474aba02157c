import { Plus, SearchX, Star } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDropOn } from '../../dnd/useDropOn';
import { formatLocale } from '../../format/locale';
import { useActions, useApp } from '../../store/context';
import { EmptyState } from '../../ui/EmptyState';
import { Panel } from '../../ui/Panel';
import { Tip } from '../../ui/Tip';
import { finder } from '../lists/find';
import { ListSearch } from '../lists/ListSearch';
import { MoreButton } from '../lists/MoreButton';
import { useSaidCount } from '../lists/useSaidCount';
import { useReach } from '../lists/useReach';
import { ListContext } from './ListContext';
import { byName, foundGroups, sortedGroups } from './sort';
import { SortBar } from './SortBar';
import { SpeedDialTree } from './SpeedDialTree';
import { useDeeds } from './useDeeds';
import { useMenus } from './useMenus';
import './speedDials.css';

/** Numbers at hand, in groups of the assistant's own making. */
export function SpeedDialsPanel() {
  const { t } = useTranslation();
  const { open } = useActions();
  const dials = useApp((state) => state.speedDials);
  const [text, setText] = useState('');
  const query = useDeferredValue(text.trim());
  const chooser = useRef<HTMLInputElement>(null);
  const reach = useReach();
  const deeds = useDeeds();
  const drop = useDropOn({ kind: 'speedDials', groupId: null });
  const locale = formatLocale();
  const sorted = useMemo(() => sortedGroups(dials, locale), [dials, locale]);
  const groups = useMemo(() => foundGroups(sorted, query === '' ? null : finder(query)), [sorted, query]);
  const found = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  useSaidCount(query === '' ? null : t('speedDial.found', { count: found }));

  const { rows, panel } = useMenus({ reach, deeds, onImport: () => chooser.current?.showPicker() });
  const count = dials.entries.length;

  return (
    <Panel
      name="speedDials"
      title={t('speedDial.panel')}
      count={{ value: count, label: t('speedDial.count', { count }) }}
    >
      <div className="sd-panel" {...drop.props}>
        <div className="list-bar" {...panel.handlers}>
          <ListSearch
            id="speed-dials-search"
            label={t('speedDial.search')}
            placeholder={t('speedDial.placeholder')}
            clearLabel={t('speedDial.clear')}
            value={text}
            onChange={setText}
          />
          <Tip text={t('speedDial.new')}>
            <button
              type="button"
              className="icon-button sd-add"
              aria-label={t('speedDial.new')}
              onClick={() => open({ kind: 'speedDial', entryId: null, name: '', number: '' })}
            >
              <Plus size={18} aria-hidden="true" />
            </button>
          </Tip>
          <MoreButton label={t('speedDial.panelMenu')} />
        </div>
        {dials.groups.length === 0 ? (
          <EmptyState icon={<Star size={22} />} title={t('speedDial.empty')} text={t('speedDial.emptyText')} />
        ) : groups.length === 0 ? (
          <EmptyState
            icon={<SearchX size={22} />}
            title={t('speedDial.nothing')}
            text={t('speedDial.nothingText', { query })}
          />
        ) : (
          <>
            <SortBar sort={dials.sort ?? byName} onSort={deeds.sort} />
            <ListContext value={{ query, reach, moveHere: deeds.moveEntry }}>
              <div className="sd-rows" {...rows.handlers}>
                <SpeedDialTree groups={groups} onFold={deeds.fold} onDelete={deeds.remove} />
              </div>
            </ListContext>
          </>
        )}
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".csv,text/csv"
        aria-label={t('speedDial.import')}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file !== undefined) open({ kind: 'importSpeedDials', file });
          // The same file can be chosen again after it was changed.
          currentTarget.value = '';
        }}
      />
      {rows.menu}
      {panel.menu}
    </Panel>
  );
}

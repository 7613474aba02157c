import { useRef } from 'react';
import { TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PanelGroup } from '../../shared/console/layout';
import { useArrangement } from './context';
import { DropZones } from './DropZones';
import { PanelMenu } from './PanelMenu';
import { PanelSlot } from './PanelSlot';
import { PanelTab } from './PanelTab';
import { useTightTabs } from './useTightTabs';

/** One group: a panel under its own head, or several as tabs. Tabs behind stay as they are, only unseen. */
export function GroupFrame({ group }: { readonly group: PanelGroup }) {
  const { t } = useTranslation();
  const { show } = useArrangement();
  const tabs = useRef<HTMLDivElement>(null);
  const tight = useTightTabs(tabs, group.panels);
  const [alone] = group.panels;
  if (group.panels.length === 1 && alone !== undefined) {
    return (
      <div className="group">
        <PanelSlot panel={alone} />
        <DropZones group={group} />
      </div>
    );
  }
  return (
    <Tabs
      className="group"
      selectedKey={group.active}
      onSelectionChange={(key) => {
        const panel = group.panels.find((one) => one === key);
        if (panel !== undefined) show(panel);
      }}
    >
      <div className="group__head">
        <TabList ref={tabs} className="group__tabs" aria-label={t('layout.tabs')} data-tight={tight ? '' : undefined}>
          {group.panels.map((panel) => (
            <PanelTab key={panel} panel={panel} />
          ))}
        </TabList>
        <PanelMenu panel={group.active} />
      </div>
      {group.panels.map((panel) => (
        <TabPanel key={panel} id={panel} className="group__panel" shouldForceMount>
          <PanelSlot panel={panel} />
        </TabPanel>
      ))}
      <DropZones group={group} />
    </Tabs>
  );
}

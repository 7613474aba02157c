import { useState, type KeyboardEvent } from 'react';
import { Heading, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ManagerView } from '../../shared/calls/model';
import { useApp } from '../store/context';
import { configureTabs, type ConfigureTab } from '../store/overlay';
import { Avatar } from '../ui/Avatar';
import { conflicts } from './conflicts';
import { DefaultAssistant } from './DefaultAssistant';
import { DivertTab } from './DivertTab';
import { FilterTab } from './FilterTab';
import { Foot } from './Foot';
import { changedParts, entered, filterModes, overfull, unfinished } from './form';
import { TabName } from './TabName';
import type { useForm } from './useForm';
import type { Saving } from './useSave';

interface ConfigureFormProps {
  readonly manager: ManagerView;
  readonly openedTab: ConfigureTab;
  readonly handle: ReturnType<typeof useForm>;
  readonly saving: Saving;
  readonly onLeave: () => void;
}

/** A tab a part; all that is changed is saved together. Shared lines have a divert target and nothing else. */
export function ConfigureForm({ manager, openedTab, handle, saving, onLeave }: ConfigureFormProps) {
  const { t } = useTranslation();
  const { form, now, change } = handle;
  const shared = useApp((state) => state.console?.mode) === 'shared';
  const [tab, setTab] = useState<ConfigureTab>(shared ? 'divert' : openedTab);
  const [tested, setTested] = useState('');
  const proxy = useApp(
    (app) => app.console?.lines.find((line) => line.kind === 'manager' && line.managerId === manager.managerId)?.dn,
  );

  const save = async (): Promise<void> => {
    // What is typed and right is meant to be in the list; what is wrong is shown instead of lost.
    const whole = filterModes.reduce(entered, form);
    const bad = unfinished(whole) ?? overfull(whole);
    change(() => whole);
    if (bad !== null) {
      setTab(bad);
      return;
    }
    const refused = await saving.save(whole);
    if (refused !== null) setTab(refused);
  };
  // On the way down: the field of the divert number keeps every Enter to itself.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    document.getElementById('configure-save')?.click();
  };
  const common = { manager, form, now, change, refused: saving.refused };
  const filterProps = { ...common, tested, onTested: setTested };

  return (
    <div className="configure__all" data-own-keys="$mod+Enter" onKeyDownCapture={onKeyDown}>
      <div className="modal__head">
        <Avatar name={manager.name} large />
        <div className="configure__who">
          <Heading slot="title" className="modal__title ellipsis" dir="auto">
            {manager.name}
          </Heading>
          <p className="sub">
            {proxy === undefined || shared ? manager.dn : t('configure.line', { dn: manager.dn, proxy })}
          </p>
        </div>
      </div>
      {shared ? (
        <div className="configure__body">
          <DivertTab {...common} shared tested={tested} onTested={setTested} />
        </div>
      ) : (
        <Tabs
          className="tabs"
          selectedKey={tab}
          onSelectionChange={(key) => setTab(configureTabs.find((one) => one === key) ?? tab)}
        >
          <TabList className="tabs__list" aria-label={t('configure.tabs')}>
            {configureTabs.map((one) => (
              <Tab key={one} id={one} className="tab">
                <TabName
                  tab={one}
                  count={one === 'inclusive' || one === 'exclusive' ? form.lists[one].length : null}
                  changed={changedParts(form, now).includes(one)}
                  asked={conflicts(form, now).includes(one)}
                />
              </Tab>
            ))}
          </TabList>
          <TabPanel id="assistant" className="configure__body">
            <DefaultAssistant {...common} />
          </TabPanel>
          <TabPanel id="divert" className="configure__body">
            <DivertTab {...filterProps} shared={false} />
          </TabPanel>
          {filterModes.map((mode) => (
            <TabPanel key={mode} id={mode} className="configure__body">
              <FilterTab {...filterProps} mode={mode} />
            </TabPanel>
          ))}
        </Tabs>
      )}
      <Foot handle={handle} saving={saving} onLeave={onLeave} onSave={() => void save()} />
    </div>
  );
}

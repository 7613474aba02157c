import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { FilterMode } from '../../../shared/calls/model';
import type { ManagerPage } from '../managerProtocol';
import { Choices } from './Choices';
import { PatternList } from './PatternList';
import { Section } from './Section';
import { t } from './strings/i18n';
import { TestNumber } from './TestNumber';
import { Toggle } from './Toggle';
import { useChange } from './useChange';
import { verdictOn } from './verdict';
import { isolated } from './words';

const modes: readonly FilterMode[] = ['inclusive', 'exclusive'];

export function Filter({ page, live }: { readonly page: ManagerPage; readonly live: boolean }) {
  const { pending, problem, make } = useChange();
  const [shown, setShown] = useState<FilterMode>(page.manager.filterMode);
  const [tested, setTested] = useState('');
  const { filterOn, filterMode, assistants, activeAssistant } = page.manager;
  const verdict = verdictOn(tested, page);
  const explain =
    filterMode === 'exclusive' ? 'filter.explainExclusive' : filterOn ? 'filter.explainInclusive' : 'filter.explainOff';
  const serving = assistants.find(({ userId }) => userId === activeAssistant);
  const assistant = serving ? isolated(serving.name) : t('filter.anAssistant');
  return (
    <Section title={t('filter.title')} problem={problem}>
      <Toggle
        label={t('filter.on')}
        on={filterOn}
        pending={pending}
        disabled={!live || pending}
        onChange={(on) => void make({ type: 'setFeature', feature: 'filterOn', on, was: filterOn })}
      />
      <Choices
        label={t('filter.mode')}
        look="segments"
        choices={modes.map((mode) => ({ value: mode, label: t(`filter.${mode}`) }))}
        value={filterMode}
        disabled={!live || pending}
        pending={pending}
        onChange={(value) => {
          const mode = modes.find((one) => one === value);
          if (mode) void make({ type: 'setFilterMode', mode, was: filterMode });
        }}
      />
      <p className="field__help">{t(explain, { assistant })}</p>
      <TestNumber text={tested} onText={setTested} verdict={verdict} page={page} />
      <Tabs
        className="tabs"
        selectedKey={shown}
        onSelectionChange={(key) => setShown(key === 'exclusive' ? key : 'inclusive')}
      >
        <TabList className="tabs__list" aria-label={t('filter.lists')}>
          {modes.map((mode) => (
            <Tab key={mode} id={mode} className="tab">
              {t(`filter.${mode}Tab`)}
              <span className="count">{page.manager[mode].length}</span>
            </Tab>
          ))}
        </TabList>
        {modes.map((mode) => (
          <TabPanel key={mode} id={mode} className="tabs__panel">
            <PatternList
              mode={mode}
              patterns={page.manager[mode]}
              matching={typeof verdict === 'object' && filterMode === mode ? verdict.pattern : null}
              disabled={!live || pending}
              onPatterns={(patterns) => make({ type: 'setPatterns', mode, patterns, was: page.manager[mode] })}
            />
          </TabPanel>
        ))}
      </Tabs>
    </Section>
  );
}

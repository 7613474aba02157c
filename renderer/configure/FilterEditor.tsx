import { useState } from 'react';
import { Button, Heading, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FilterMode, ManagerView } from '../../shared/calls/model';
import { useApp } from '../store/context';
import { Avatar } from '../ui/Avatar';
import { Tip } from '../ui/Tip';
import { changedModes, emptyEntry, filterModes, sameList, type Draft, type Entry } from './draft';
import { FilterControls } from './FilterControls';
import { PatternList } from './PatternList';
import { TestNumber } from './TestNumber';
import { testNumber } from './verdict';
import { useSaveLists } from './useSaveLists';

interface FilterEditorProps {
  readonly manager: ManagerView;
  readonly onClose: () => void;
}

export function FilterEditor({ manager, onClose }: FilterEditorProps) {
  const { t } = useTranslation();
  const [opened] = useState<Draft>({ inclusive: manager.inclusive, exclusive: manager.exclusive });
  const [draft, setDraft] = useState<Draft>(opened);
  const [mode, setMode] = useState<FilterMode>(manager.filterMode);
  const [entries, setEntries] = useState<Record<FilterMode, Entry>>({ inclusive: emptyEntry, exclusive: emptyEntry });
  const [tested, setTested] = useState('');
  const { state, save } = useSaveLists(manager);
  const notLive = useApp((app) => app.link.phase !== 'live');
  const appliesToFiltered = useApp((app) => app.console?.divertAllAppliesToFiltered ?? false);
  const proxy = useApp(
    (app) => app.console?.lines.find((line) => line.kind === 'manager' && line.managerId === manager.managerId)?.dn,
  );
  const verdict = testNumber(tested, { manager, draft, appliesToFiltered });

  const changed = changedModes(draft, manager);
  const typing = filterModes.some((one) => entries[one].text.trim() !== '');
  const elsewhere = filterModes.some(
    (one) => !sameList(opened[one], manager[one]) && !sameList(draft[one], manager[one]),
  );
  const blocked = notLive
    ? t('reason.notLive')
    : typing
      ? t('configure.finishEditing')
      : changed.length === 0
        ? t('configure.nothingToSave')
        : null;

  return (
    <>
      <div className="modal__head">
        <Avatar name={manager.name} large />
        <div>
          <Heading slot="title" className="modal__title">
            {manager.name}
          </Heading>
          <p className="sub">{proxy === undefined ? manager.dn : t('configure.line', { dn: manager.dn, proxy })}</p>
        </div>
      </div>
      <Tabs
        className="tabs"
        selectedKey={mode}
        onSelectionChange={(key) => setMode(key === 'exclusive' ? key : 'inclusive')}
      >
        <TabList className="tabs__list" aria-label={t('configure.tabs')}>
          {filterModes.map((one) => (
            <Tab key={one} id={one} className="tab">
              {t(one === 'inclusive' ? 'configure.inclusiveTab' : 'configure.exclusiveTab')}
              <span className="count">{draft[one].length}</span>
            </Tab>
          ))}
        </TabList>
        <div className="editor">
          {filterModes.map((one) => (
            <TabPanel key={one} id={one} className="editor__panel">
              <PatternList
                mode={one}
                managerName={manager.name}
                patterns={draft[one]}
                entry={entries[one]}
                matching={verdict.kind === 'goes' && manager.filterMode === one ? verdict.pattern : null}
                onPatterns={(patterns) => setDraft((before) => ({ ...before, [one]: patterns }))}
                onEntry={(entry) => setEntries((before) => ({ ...before, [one]: entry }))}
              />
            </TabPanel>
          ))}
          <aside className="editor__side">
            <TestNumber text={tested} onText={setTested} verdict={verdict} managerName={manager.name} />
            <FilterControls manager={manager} />
          </aside>
        </div>
      </Tabs>
      <div className="modal__foot">
        <div className="modal__say" role="alert">
          {typeof state === 'object' && t('configure.refused', { why: t(`error.${state.refused}`) })}
          {state === 'unknown' && t('configure.unknown')}
          {state === 'idle' && elsewhere && t('configure.changedElsewhere')}
        </div>
        {notLive && <p className="modal__note">{t('reason.notLive')}</p>}
        <Button className="button" onPress={onClose}>
          {t('configure.cancel')}
        </Button>
        <Tip text={blocked ?? t('configure.save')}>
          <button
            type="button"
            className="button button--primary"
            aria-disabled={blocked !== null || state === 'saving'}
            aria-description={blocked ?? undefined}
            onClick={() => {
              if (blocked !== null || state === 'saving') return;
              void save(draft).then((stored) => stored && onClose());
            }}
          >
            {t(state === 'saving' ? 'configure.saving' : 'configure.save')}
          </button>
        </Tip>
      </div>
    </>
  );
}

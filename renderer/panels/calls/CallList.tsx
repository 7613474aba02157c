/** Every line of this assistant with its calls. Of very many only the rows in sight are in the document: 500 calls are as quick as fifty. */
import { useCallback, useMemo, useState } from 'react';
import {
  Collection,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  ListLayout,
  Virtualizer,
  type Key,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { LineKind } from '../../../shared/calls/model';
import { commandNamed, runCommand } from '../../commands/registry';
import { useApp, useAppHandle } from '../../store/context';
import { ringsHere } from '../../store/selection';
import { t as say } from '../../strings/i18n';
import { useContextMenu } from '../../ui/ContextMenu';
import { useRowLayout } from '../../ui/useRowLayout';
import { CallCard } from './CallCard';
import { callKey, callSections, type CallItem } from './callItems';
import { callEntries, lineEntries } from './callMenu';
import { callerName, stateWord } from './callWords';
import { FoldedLines, IdleLine } from './IdleLine';
import { useMany } from './useMany';

const groupTitle = { manager: 'call.groupManager', own: 'call.groupOwn', intercom: 'call.groupIntercom' } as const;
const estimates = { estimatedRowSize: 60, estimatedHeadingSize: 32 };

export function CallList() {
  const { t } = useTranslation();
  const app = useAppHandle();
  const { actions, store } = app;
  const lines = useApp((state) => state.console?.lines);
  const calls = useApp((state) => state.console?.calls);
  const selected = useApp((state) => state.selected);
  const layoutOptions = useRowLayout(estimates);
  const [unfolded, setUnfolded] = useState<ReadonlySet<LineKind>>(new Set());
  const sections = useMemo(
    () => callSections({ lines: lines ?? [], calls: calls ?? [] }, unfolded),
    [lines, calls, unfolded],
  );
  const { many, frame, watchFocus } = useMany(calls?.length ?? 0);
  const itemOf = (key: Key | undefined | null): CallItem | undefined =>
    sections.flatMap(({ items }) => items).find(({ id }) => id === key);

  const fold = useCallback(
    (kind: LineKind) =>
      setUnfolded((before) =>
        before.has(kind) ? new Set([...before].filter((one) => one !== kind)) : new Set([...before, kind]),
      ),
    [],
  );

  /** Enter or a double click: a ringing call is answered, a held one taken up again, an idle intercom line used. */
  const act = (key: Key): void => {
    const item = itemOf(key);
    if (item?.kind === 'fold') fold(item.of);
    if (item?.kind === 'line' && item.line.kind === 'intercom') {
      actions.selectManager(item.line.managerId);
      runCommand(commandNamed('intercom'), app, (reason) => actions.toast('warn', say(`reason.${reason}`)));
    }
    if (item?.kind !== 'call') return;
    actions.select(item.call.connectionId);
    if (ringsHere(item.call)) commandNamed('answer').run(app);
    else if (item.call.state === 'hold') commandNamed('holdResume').run(app);
  };

  const { handlers, menu } = useContextMenu((key) => {
    const item = itemOf(key);
    if (item?.kind === 'call') {
      actions.select(item.call.connectionId);
      return callEntries(item.call);
    }
    if (item?.kind !== 'line') return [];
    if (item.line.managerId !== null) actions.selectManager(item.line.managerId);
    return lineEntries(item.line, app);
  }, t('call.menu'));

  const list = (
    <ListBox
      className="calls scroll"
      aria-label={t('call.list')}
      items={sections}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={selected === null ? [] : [callKey(selected)]}
      onSelectionChange={(keys) => {
        const item = keys === 'all' ? undefined : itemOf([...keys][0]);
        if (item?.kind === 'call' && store.getState().selected !== item.call.connectionId) {
          actions.select(item.call.connectionId);
        }
      }}
      onAction={act}
    >
      {(section) => (
        <ListBoxSection id={section.id}>
          <Header className="calls__title">{t(groupTitle[section.id])}</Header>
          <Collection items={section.items}>{(item) => <Row item={item} onFold={fold} />}</Collection>
        </ListBoxSection>
      )}
    </ListBox>
  );

  return (
    <div ref={frame} className="calls__frame" {...handlers} {...watchFocus}>
      {many ? (
        <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
          {list}
        </Virtualizer>
      ) : (
        list
      )}
      {menu}
    </div>
  );
}

interface RowProps {
  readonly item: CallItem;
  readonly onFold: (kind: LineKind) => void;
}

function Row({ item, onFold }: RowProps) {
  const { t } = useTranslation();
  switch (item.kind) {
    case 'call':
      return (
        <ListBoxItem
          id={item.id}
          className="calls__row calls__row--call"
          textValue={`${callerName(item.call, t)}, ${stateWord(item.call, t)}`}
        >
          <CallCard call={item.call} line={item.line} />
        </ListBoxItem>
      );
    case 'line':
      return (
        <ListBoxItem
          id={item.id}
          className="calls__row calls__row--line"
          textValue={`${item.line.label} ${item.line.dn}`}
        >
          <IdleLine line={item.line} />
        </ListBoxItem>
      );
    case 'fold':
      return (
        <ListBoxItem
          id={item.id}
          className="calls__row calls__row--line"
          textValue={t(item.isOpen ? 'call.hideIdle' : 'call.showIdle', { count: item.count })}
        >
          <FoldedLines count={item.count} isOpen={item.isOpen} onToggle={() => onFold(item.of)} />
        </ListBoxItem>
      );
  }
}

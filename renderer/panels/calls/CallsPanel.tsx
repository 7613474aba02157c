import { PhoneIncoming } from 'lucide-react';
import { useMemo } from 'react';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ConnectionId } from '../../../shared/ids';
import type { CallView, LineView } from '../../../shared/calls/model';
import { lineGroups, type LineGroup } from '../../store/selectors';
import { ringsHere } from '../../store/selection';
import { useActions, useApp, useAppHandle } from '../../store/context';
import { target } from '../../commands/target';
import { EmptyState } from '../../ui/EmptyState';
import { Panel } from '../../ui/Panel';
import { CallCard } from './CallCard';
import { callerName, stateWord } from './callWords';
import { IdleLine } from './IdleLine';
import './calls.css';

const groupTitle = { manager: 'call.groupManager', own: 'call.groupOwn', intercom: 'call.groupIntercom' } as const;

type Item = { readonly id: string; readonly line: LineView; readonly call: CallView | null };

function itemsOf(group: LineGroup): Item[] {
  return [
    ...group.busy.map(({ line, call }) => ({ id: callKey(call.connectionId), line, call })),
    ...group.idle.map((line) => ({ id: `line:${line.lineId}`, line, call: null })),
  ];
}

const callPrefix = 'call:';
const callKey = (id: string): string => callPrefix + id;

/** Every line of this assistant with its call, if any. Idle lines can be read with the arrows but not chosen. */
export function CallsPanel() {
  const { t } = useTranslation();
  const lines = useApp((state) => state.console?.lines);
  const calls = useApp((state) => state.console?.calls);
  const selected = useApp((state) => state.selected);
  const { select, send } = useActions();
  const { store } = useAppHandle();
  const groups = useMemo(() => lineGroups({ lines: lines ?? [], calls: calls ?? [] }), [lines, calls]);
  const count = calls?.length ?? 0;

  const connectionOf = (key: unknown): ConnectionId | null =>
    typeof key === 'string' && key.startsWith(callPrefix) ? ConnectionId.parse(key.slice(callPrefix.length)) : null;

  /** Enter or a double click takes a ringing call. */
  const act = (key: unknown): void => {
    const connectionId = connectionOf(key);
    if (connectionId === null) return;
    select(connectionId);
    const found = target('answer', store.getState());
    if (found.ok && ringsHere(found.call)) send({ type: 'answer', connectionId });
  };

  return (
    <Panel name="calls" title={t('call.panel')} count={{ value: count, label: t('call.count', { count }) }} facts>
      {groups.length === 0 ? (
        <EmptyState icon={<PhoneIncoming size={22} />} title={t('call.noLines')} text={t('call.noLinesText')} />
      ) : (
        <>
          <ListBox
            className="calls scroll"
            aria-label={t('call.list')}
            items={groups.map((group) => ({ ...group, id: group.kind }))}
            selectionMode="single"
            selectionBehavior="replace"
            selectedKeys={selected === null ? [] : [callKey(selected)]}
            onSelectionChange={(keys) => {
              const chosen = keys === 'all' ? null : connectionOf([...keys][0]);
              if (chosen !== null) select(chosen);
            }}
            onAction={act}
          >
            {(group) => (
              <ListBoxSection id={group.id} className="calls__group">
                <Header className="calls__title">{t(groupTitle[group.kind])}</Header>
                <Collection items={itemsOf(group)}>
                  {(item) =>
                    item.call === null ? (
                      <ListBoxItem className="calls__idle" textValue={`${item.line.label} ${item.line.dn}`}>
                        <IdleLine line={item.line} />
                      </ListBoxItem>
                    ) : (
                      <ListBoxItem
                        className={`call call--${ringsHere(item.call) ? 'ringing' : item.call.state}`}
                        textValue={`${callerName(item.call, t)}, ${stateWord(item.call, t)}`}
                        data-call-state={item.call.state}
                      >
                        <CallCard call={item.call} />
                      </ListBoxItem>
                    )
                  }
                </Collection>
              </ListBoxSection>
            )}
          </ListBox>
          {count === 0 && <Quiet />}
        </>
      )}
    </Panel>
  );
}

function Quiet() {
  const { t } = useTranslation();
  return (
    <div className="calls__quiet">
      <EmptyState icon={<PhoneIncoming size={22} />} title={t('call.quiet')} text={t('call.quietText')} />
    </div>
  );
}

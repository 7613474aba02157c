/** With which of the other calls? One for a direct transfer, several for Join. */
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../shared/calls/model';
import { maxParties } from '../../shared/calls/parties';
import { partners } from '../../shared/calls/partners';
import { isConnectionId } from '../../shared/idChecks';
import type { Command } from '../../shared/protocol/commands';
import { CallIcon } from '../panels/calls/CallIcon';
import { callerName, lineWords, stateWord } from '../panels/calls/callWords';
import { ringsHere } from '../store/selection';
import { managerOf } from '../store/selectors';
import { useActions, useApp } from '../store/context';
import { Duration } from '../ui/Duration';
import { fitsIn, joinedParties } from './joinCount';

interface ChoosePartnerProps {
  readonly command: 'directTransfer' | 'join';
  readonly call: CallView;
}

export function ChoosePartner({ command, call }: ChoosePartnerProps) {
  const { t } = useTranslation();
  const { close, sendQuietly } = useActions();
  const console = useApp((state) => state.console);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const others = console === null ? [] : partners(command, call, console);
  const chosen = others.filter(({ connectionId }) => ticked.has(connectionId));
  const many = command === 'join';
  const parties = joinedParties(call, chosen);
  const name = callerName(call, t);

  const send = async (wanted: Command): Promise<void> => {
    if (sending) return;
    setSending(true);
    setProblem(null);
    const result = await sendQuietly(wanted);
    setSending(false);
    if (typeof result === 'string') close();
    else setProblem(t(`error.${result.code}`));
  };
  const { connectionId } = call;
  const direct = (key: unknown): void => {
    const other = others.find((one) => one.connectionId === key);
    if (other !== undefined) void send({ type: 'directTransfer', connectionId, with: other.connectionId });
  };
  const join = (): void => {
    const ids = chosen.map((one) => one.connectionId);
    if (ids.length > 0) void send({ type: 'join', connectionId, with: ids });
  };

  return (
    <div className="reach__form" aria-busy={sending}>
      <h3 className="reach__title ellipsis">{t(many ? 'reach.joinTitle' : 'reach.directTitle', { name })}</h3>
      <p className="field__help">{t(many ? 'reach.joinText' : 'reach.directText')}</p>
      <ListBox
        className="partners scroll"
        aria-label={t('reach.otherCalls')}
        autoFocus="first"
        items={others.map((one) => ({ id: one.connectionId, call: one }))}
        dependencies={[ticked, call.parties]}
        selectionMode={many ? 'multiple' : 'none'}
        selectedKeys={many ? chosen.map((one) => one.connectionId) : []}
        onSelectionChange={(keys) => setTicked(new Set(keys === 'all' ? [] : [...keys].filter(isConnectionId)))}
        {...(many ? {} : { onAction: direct })}
        disabledKeys={
          many
            ? others
                .filter((one) => !ticked.has(one.connectionId) && !fitsIn(call, chosen, one))
                .map((one) => one.connectionId)
            : []
        }
        renderEmptyState={() => <p className="field__help">{t('reach.noOther')}</p>}
      >
        {({ id, call: other }) => (
          <ListBoxItem id={id} className="partner" textValue={callerName(other, t)}>
            {many && <i className="partner__tick" aria-hidden="true" />}
            <PartnerRow call={other} />
          </ListBoxItem>
        )}
      </ListBox>
      <div className="reach__foot">
        <p className={problem === null ? 'field__help' : 'field__error'} aria-live="polite">
          {problem ??
            (sending ? t('reach.sending') : many ? t('reach.parties', { count: parties, max: maxParties }) : '')}
        </p>
        <button type="button" className="button" onClick={close}>
          {t('reach.cancel')}
        </button>
        {many && (
          <button
            type="button"
            className="button button--primary"
            aria-disabled={chosen.length === 0 || sending}
            data-pending={sending ? '' : undefined}
            onClick={join}
          >
            {chosen.length === 0 ? t('reach.joinNone') : t('reach.join', { count: chosen.length })}
          </button>
        )}
      </div>
    </div>
  );
}

function PartnerRow({ call }: { readonly call: CallView }) {
  const { t } = useTranslation();
  const line = useApp((state) => state.console?.lines.find(({ lineId }) => lineId === call.lineId));
  const manager = useApp((state) => (state.console === null ? null : managerOf(state.console, call.managerId)));
  const tone = ringsHere(call) ? 'ringing' : call.state;
  return (
    <>
      <span className={`partner__icon partner__icon--${tone}`} aria-hidden="true">
        <CallIcon call={call} size={14} />
      </span>
      <span className="partner__text">
        <span className="sub ellipsis" dir="auto">
          {lineWords(line, manager, t)}
        </span>
        <span className="partner__who ellipsis" dir="auto">
          {callerName(call, t)}
        </span>
      </span>
      <span className="partner__side sub">
        {stateWord(call, t)} <Duration since={call.answeredAt ?? call.startedAt} />
      </span>
    </>
  );
}

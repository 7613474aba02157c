/** Where Redirect sends calls: the default of the line mode, in words what it means now, or a number. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Dialog, Modal, ModalOverlay, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Dn } from '../../shared/ids';
import { cleanDialString } from '../../shared/routing/dialString';
import { formatNumber } from '../format/number';
import { useActions, useApp, useAppHandle } from '../store/context';
import { Field } from '../ui/Field';
import '../ui/modal.css';
import './reach.css';
import { isOwnNumber } from './targetCheck';

const defaults = {
  proxy: {
    label: 'reach.redirectDefaultProxy',
    text: 'reach.redirectDefaultProxyText',
    saved: 'reach.redirectSavedProxy',
  },
  shared: {
    label: 'reach.redirectDefaultShared',
    text: 'reach.redirectDefaultSharedText',
    saved: 'reach.redirectSavedShared',
  },
} as const;

export function RedirectTarget() {
  const { t } = useTranslation();
  const { close } = useActions();
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal className="modal modal--small">
        <Dialog className="modal__dialog" aria-label={t('reach.redirectTitle')}>
          <RedirectForm />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function RedirectForm() {
  const { t } = useTranslation();
  const { store } = useAppHandle();
  const { close, sendQuietly, toast } = useActions();
  const mode = useApp((state) => state.console?.mode ?? 'proxy');
  const now = useApp((state) => state.console?.me.redirectTo ?? null);
  const [kind, setKind] = useState<'default' | 'number'>(now === null ? 'default' : 'number');
  const [text, setText] = useState(now === null ? '' : formatNumber(now));
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const words = defaults[mode];
  const field = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  // Also where it was opened from a menu, which goes away with the focus.
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);

  /** A number typed before its choice is made means that choice; the focus follows to the field, where the next digit goes. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (kind === 'number' || event.ctrlKey || event.metaKey || event.altKey || !/^[0-9+*#]$/.test(event.key)) return;
    event.preventDefault();
    flushSync(() => {
      setKind('number');
      setText(event.key);
      setProblem(null);
    });
    field.current?.focus();
  };

  /** What is wrong; null where it is saved. */
  const save = async (number: Dn | null): Promise<string | null> => {
    setSending(true);
    const result = await sendQuietly({ type: 'setRedirectTarget', number });
    setSending(false);
    if (typeof result !== 'string') return t(`error.${result.code}`);
    if (result === 'done') {
      toast('good', number === null ? t(words.saved) : t('reach.redirectSaved', { to: formatNumber(number) }));
    }
    if (store.getState().overlay?.kind === 'redirectTarget') close();
    return null;
  };
  const saveTyped = async (): Promise<string | null> => {
    const number = cleanDialString(text);
    const { console } = store.getState();
    if (!number.ok) return t(`dialProblem.${number.error}`);
    if (console !== null && isOwnNumber(number.value, console)) return t('reach.ownNumber');
    return save(number.value);
  };
  const submit = async (): Promise<void> => {
    if (sending) return;
    setProblem(null);
    setProblem(await (kind === 'default' ? save(null) : saveTyped()));
  };
  return (
    <form
      ref={form}
      className="redirect"
      aria-busy={sending}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <header className="modal__head">
        <h2 className="modal__title">{t('reach.redirectTitle')}</h2>
      </header>
      <div className="redirect__body">
        <RadioGroup
          className="redirect__choices"
          aria-label={t('reach.redirectTitle')}
          value={kind}
          onChange={(value) => {
            setKind(value === 'number' ? 'number' : 'default');
            setProblem(null);
          }}
        >
          <RadioField value="default">
            <RadioButton className="redirect__choice over">
              <i className="redirect__dot" aria-hidden="true" />
              <span>
                <strong>{t(words.label)}</strong>
                <span className="sub">{t(words.text)}</span>
              </span>
            </RadioButton>
          </RadioField>
          <RadioField value="number">
            <RadioButton className="redirect__choice over">
              <i className="redirect__dot" aria-hidden="true" />
              <strong>{t('reach.redirectNumber')}</strong>
            </RadioButton>
          </RadioField>
        </RadioGroup>
        {kind === 'number' && (
          <Field
            label={t('reach.redirectField')}
            ref={field}
            value={text}
            maxLength={64}
            error={problem}
            onChange={(value) => {
              setText(value);
              setProblem(null);
            }}
          />
        )}
        {kind === 'default' && problem !== null && (
          <p className="field__error" role="alert">
            {problem}
          </p>
        )}
      </div>
      <footer className="modal__foot">
        <button type="button" className="button button--quiet" onClick={close}>
          {t('reach.cancel')}
        </button>
        <button
          type="submit"
          className="button button--primary"
          aria-disabled={sending}
          data-pending={sending ? '' : undefined}
        >
          {t('reach.redirectSave')}
        </button>
      </footer>
    </form>
  );
}

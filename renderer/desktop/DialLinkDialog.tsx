import { PhoneOutgoing } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DialLink } from '../../shared/desktop/dialLink';
import { callFromOwnLine, ownLineReason } from '../commands/callOut';
import { keysOf } from '../commands/registry';
import { shortcutText } from '../commands/shortcutText';
import { formatNumber } from '../format/number';
import { useActions, useApp, useAppHandle } from '../store/context';
import { PhoneNumber } from '../ui/PhoneNumber';
import '../ui/modal.css';
import './dialLink.css';
import { nameOf } from './nameOf';
import { useSettled } from './useSettled';

type Asks = Extract<DialLink, { status: 'asks' }>;

/** Asks before a link of another program is dialled. Enter calls, Escape does not; nothing is dialled by itself. */
export function DialLinkDialog({ link }: { readonly link: Asks }) {
  const { t } = useTranslation();
  const app = useAppHandle();
  const { dismissDialLink, announce } = useActions();
  const name = useApp((state) => nameOf(link.number, state));
  const notNow = useApp(ownLineReason);
  const talking = useApp(({ console }) => console?.calls.some(({ state }) => state === 'connected') === true);
  const [keypad] = useApp((state) => keysOf(state, 'keypad'));
  // Who was typing when it came must not call a stranger with the Enter that was meant for something else.
  const settled = useSettled(link);
  const callButton = useRef<HTMLButtonElement>(null);
  const before = useRef(link);
  useEffect(() => callButton.current?.focus(), []);
  useEffect(() => {
    if (before.current === link) return;
    before.current = link;
    announce(t('dialLink.replaced', { number: formatNumber(link.number) }));
  }, [link, announce, t]);
  const canCall = settled && notNow === null;
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && dismissDialLink()}>
      <Modal className="modal modal--small">
        <Dialog role="alertdialog" className="modal__dialog">
          <form
            className="dial-link"
            onSubmit={(event) => {
              event.preventDefault();
              if (canCall && callFromOwnLine(app, link.number)) dismissDialLink();
            }}
          >
            <div className="modal__head">
              <Heading slot="title" className="modal__title">
                {t('dialLink.title')}
              </Heading>
            </div>
            <div className="dial-link__body" id="dial-link-about">
              <p className="dial-link__number">
                <PhoneNumber number={link.number} />
              </p>
              <p dir="auto" className="dial-link__who">
                {name ?? t('dialLink.unknown')}
              </p>
              {link.after !== null && (
                <p className="dial-link__note">
                  {keypad === undefined
                    ? t('dialLink.after', { keys: link.after })
                    : t('dialLink.afterKeypad', { keys: link.after, keypad: shortcutText(keypad, t) })}
                </p>
              )}
              {talking && notNow === null && <p className="dial-link__note">{t('dialLink.inCall')}</p>}
              <p className="dial-link__why" role="status">
                {notNow === null ? '' : t(`reason.${notNow}`)}
              </p>
            </div>
            <div className="modal__foot">
              <button type="button" className="button" onClick={dismissDialLink}>
                {t('dialLink.cancel')}
              </button>
              <button
                ref={callButton}
                type="submit"
                className="button button--primary"
                aria-disabled={!canCall}
                aria-describedby="dial-link-about"
              >
                <PhoneOutgoing size={15} aria-hidden="true" />
                {t('dialLink.call')}
              </button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

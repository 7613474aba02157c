import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { setPassword } from './link';
import { t } from './strings/i18n';
import { TextBox } from './TextBox';
import { failureWords } from './words';

export function PasswordForm({ onClose }: { readonly onClose: () => void }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [state, setState] = useState<'typing' | 'saving' | 'done'>('typing');
  const mismatch = again !== '' && next !== again;
  const ready = current !== '' && next !== '' && next === again && state === 'typing';

  const save = async (): Promise<void> => {
    if (!ready) return;
    setState('saving');
    const failure = await setPassword(current, next);
    setProblem(failure === null ? null : failureWords(failure));
    setState(failure === null ? 'done' : 'typing');
  };

  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog className="modal__dialog">
          <Heading slot="title" className="entry__title">
            {t('password.title')}
          </Heading>
          {state === 'done' ? (
            <>
              <p role="status">{t('password.done')}</p>
              <button type="button" className="button button--primary" onClick={onClose}>
                OK
              </button>
            </>
          ) : (
            <form
              className="modal__form"
              onSubmit={(event) => {
                event.preventDefault();
                void save();
              }}
            >
              <TextBox
                label={t('password.current')}
                value={current}
                onChange={setCurrent}
                type="password"
                autoComplete="current-password"
                maxLength={256}
                autoFocus
              />
              <TextBox
                label={t('password.next')}
                value={next}
                onChange={setNext}
                type="password"
                autoComplete="new-password"
                maxLength={256}
                help={t('password.help')}
                error={problem}
              />
              <TextBox
                label={t('password.again')}
                value={again}
                onChange={setAgain}
                type="password"
                autoComplete="new-password"
                maxLength={256}
                error={mismatch ? t('password.mismatch') : null}
              />
              <div className="modal__foot">
                <button type="button" className="button" onClick={onClose}>
                  {t('password.cancel')}
                </button>
                <button type="submit" className="button button--primary" aria-disabled={!ready}>
                  {t('password.save')}
                </button>
              </div>
            </form>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

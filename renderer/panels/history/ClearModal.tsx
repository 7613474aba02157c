import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useActions, useApp } from '../../store/context';
import '../../ui/modal.css';
import './history.css';

/** Asks before the history is emptied: it can't be had again. */
export function ClearModal() {
  const { t } = useTranslation();
  const { clearHistory, close } = useActions();
  const count = useApp((state) => state.history.entries.length);
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => !open && close()}>
      <Modal className="modal modal--small">
        <Dialog role="alertdialog" className="modal__dialog">
          <div className="modal__head">
            <Heading slot="title" className="modal__title">
              {t('history.clearTitle')}
            </Heading>
          </div>
          <p className="past-clear">{t('history.clearText', { count })}</p>
          <div className="modal__foot">
            <Button className="button" autoFocus onPress={close}>
              {t('history.keep')}
            </Button>
            <Button
              className="button past-clear__go"
              onPress={() => {
                clearHistory();
                close();
              }}
            >
              {t('history.clearNow')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

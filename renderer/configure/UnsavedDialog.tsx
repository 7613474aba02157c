import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

interface UnsavedDialogProps {
  readonly name: string;
  readonly onStay: () => void;
  readonly onDiscard: () => void;
}

/** Asks before what was typed is thrown away; Escape stays. */
export function UnsavedDialog({ name, onStay, onDiscard }: UnsavedDialogProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => !open && onStay()}>
      <Modal className="modal modal--small">
        <Dialog role="alertdialog" className="modal__dialog">
          <div className="modal__head">
            <Heading slot="title" className="modal__title">
              {t('configure.discardTitle')}
            </Heading>
          </div>
          <p className="unsaved__text">{t('configure.discardText', { name })}</p>
          <div className="modal__foot">
            <Button className="button" autoFocus onPress={onStay}>
              {t('configure.keepEditing')}
            </Button>
            <Button className="button button--danger" onPress={onDiscard}>
              {t('configure.discard')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

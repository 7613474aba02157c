import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ServerForm } from './ServerForm';
import '../ui/modal.css';

/** Where the service is. Reached from the login screen, because without it nobody can log in. */
export function ServerSettings({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const cancel = (
    <Button className="button" onPress={onClose}>
      {t('settings.cancel')}
    </Button>
  );
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal modal--small">
        <Dialog className="modal__dialog">
          <div className="modal__head">
            <div>
              <Heading slot="title" className="modal__title">
                {t('settings.title')}
              </Heading>
              <p className="sub">{t('settings.intro')}</p>
            </div>
          </div>
          <ServerForm cancel={cancel} onSaved={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

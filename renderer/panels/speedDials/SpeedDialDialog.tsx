import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useActions, useApp } from '../../store/context';
import '../../ui/modal.css';

/** A new speed dial, or the change of one. */
export function SpeedDialDialog() {
  const { t } = useTranslation();
  const { close } = useActions();
  const overlay = useApp((state) => (state.overlay?.kind === 'speedDial' ? state.overlay : null));
  if (overlay === null) return null;
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => !open && close()}>
      <Modal className="modal modal--small">
        <Dialog className="modal__dialog">
          <Heading slot="title" className="modal__title">
            {t(overlay.entryId === null ? 'speedDial.newTitle' : 'speedDial.editTitle')}
          </Heading>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

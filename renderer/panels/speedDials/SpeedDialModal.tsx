import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { EntryForm, type EntryFormProps } from './EntryForm';
import '../../ui/modal.css';
import './speedDials.css';

export function SpeedDialModal(props: EntryFormProps) {
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => !open && props.onClose()}>
      <Modal className="modal modal--small">
        <Dialog className="modal__dialog">
          <EntryForm {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

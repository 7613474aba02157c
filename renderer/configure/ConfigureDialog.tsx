import { Modal, ModalOverlay, Dialog } from 'react-aria-components';
import { managerOf } from '../store/selectors';
import { useActions, useApp } from '../store/context';
import { FilterEditor } from './FilterEditor';
import './configure.css';

/** Configures one manager. What is typed here outlives a lost link: the dialog stays, only Save waits. */
export function ConfigureDialog() {
  const { close } = useActions();
  const manager = useApp(({ console, overlay }) =>
    console === null || overlay?.kind !== 'configure' ? null : managerOf(console, overlay.managerId),
  );
  if (manager === null) return null;
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => !open && close()}>
      <Modal className="modal">
        <Dialog className="modal__dialog">
          <FilterEditor key={manager.managerId} manager={manager} onClose={close} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

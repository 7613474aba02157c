import { Modal, ModalOverlay, Dialog } from 'react-aria-components';
import { managerOf } from '../store/selectors';
import { useActions, useApp } from '../store/context';
import { FilterEditor } from './FilterEditor';
import './configure.css';

/** Configures one manager. What is typed here outlives a lost link: the dialog stays, only Save waits. */
export function ConfigureDialog() {
  const { configure } = useActions();
  const manager = useApp((state) => (state.console === null ? null : managerOf(state.console, state.configuring)));
  if (manager === null) return null;
  const close = (): void => configure(null);
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

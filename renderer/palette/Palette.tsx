/** One field over everything: commands, managers, speed dials, people, numbers. */
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useActions } from '../store/context';
import { PaletteBox } from './PaletteBox';
import './palette.css';

export function Palette() {
  const { t } = useTranslation();
  const { close } = useActions();
  return (
    <ModalOverlay className="palette-veil" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal className="palette">
        <Dialog className="palette__dialog" aria-label={t('palette.title')}>
          <PaletteBox />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

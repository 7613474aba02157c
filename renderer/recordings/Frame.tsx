import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useActions } from '../store/context';
import '../ui/modal.css';
import './recordings.css';

interface FrameProps {
  readonly title: string;
  readonly intro?: string;
  readonly children: ReactNode;
}

/** The dialog around everything about recordings. */
export function Frame({ title, intro, children }: FrameProps) {
  const { t } = useTranslation();
  const { close } = useActions();
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(stays) => !stays && close()}>
      <Modal className="modal rec">
        <Dialog className="modal__dialog rec__dialog">
          <header className="modal__head rec__head">
            <div>
              <Heading slot="title" className="modal__title">
                {title}
              </Heading>
              {intro !== undefined && <p className="sub">{intro}</p>}
            </div>
            <button type="button" className="icon-button" aria-label={t('command.close')} onClick={close}>
              <X size={16} aria-hidden="true" />
            </button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

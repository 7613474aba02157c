import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { RecordingInfo } from '../../shared/session/library';
import { formatSpan } from './format';

interface DeleteDialogProps {
  readonly info: RecordingInfo;
  readonly onKeep: () => void;
  readonly onDelete: () => void;
}

/** Asks first: a recording can't be had again. */
export function DeleteDialog({ info, onKeep, onDelete }: DeleteDialogProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(stays) => !stays && onKeep()}>
      <Modal className="modal modal--small">
        <Dialog role="alertdialog" className="modal__dialog">
          <div className="modal__head">
            <Heading slot="title" className="modal__title">
              {t('recordings.deleteTitle')}
            </Heading>
          </div>
          <p className="rec__ask">{t('recordings.deleteText', { when: formatSpan(info.startedAt, info.endedAt) })}</p>
          <div className="modal__foot">
            <Button className="button" autoFocus onPress={onKeep}>
              {t('recordings.keep')}
            </Button>
            <Button className="button rec__go" onPress={onDelete}>
              {t('recordings.delete')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

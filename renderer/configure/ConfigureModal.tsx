import { useCallback, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ManagerView } from '../../shared/calls/model';
import type { ConfigureTab } from '../store/overlay';
import { useActions } from '../store/context';
import { ConfigureForm } from './ConfigureForm';
import { UnsavedDialog } from './UnsavedDialog';
import { conflicts } from './conflicts';
import { useForm } from './useForm';
import { useSave } from './useSave';
import './configure.css';

interface ConfigureModalProps {
  readonly manager: ManagerView;
  readonly openedTab: ConfigureTab;
}

/** The dialog, and the guard in front of its way out: what is typed here outlives a lost link, and is not closed away by accident. */
export function ConfigureModal({ manager, openedTab }: ConfigureModalProps) {
  const { t } = useTranslation();
  const { close, announce } = useActions();
  const [leaving, setLeaving] = useState(false);
  const handle = useForm(manager);
  const { form, now, unsaved, discard } = handle;
  const onSaved = useCallback(() => {
    announce(t('configure.saved', { name: manager.name }));
    close();
  }, [announce, close, manager.name, t]);
  const conflicted = conflicts(form, now).length > 0;
  const saving = useSave({ manager, now, clean: !unsaved, conflicted, onSaved });
  const leave = (): void => {
    if (unsaved) setLeaving(true);
    else close();
  };
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => !open && leave()}>
      <Modal className="modal configure">
        <Dialog className="modal__dialog">
          <ConfigureForm manager={manager} openedTab={openedTab} handle={handle} saving={saving} onLeave={leave} />
        </Dialog>
      </Modal>
      {leaving && (
        <UnsavedDialog
          name={manager.name}
          onStay={() => setLeaving(false)}
          onDiscard={() => {
            discard();
            close();
          }}
        />
      )}
    </ModalOverlay>
  );
}

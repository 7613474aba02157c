import { useEffect, useRef, useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SpeedDialGroup } from '../../../shared/console/speedDials';
import { useApp } from '../../store/context';
import { Field } from '../../ui/Field';
import { oneLine } from './clean';
import { addGroup, changeGroup } from './edit';
import { groupProblem } from './problems';
import { useEdit } from './useEdit';
import { groupProblemWords } from './words';
import '../../ui/modal.css';
import './speedDials.css';

interface GroupDialogProps {
  /** Null makes a new one. */
  readonly group: SpeedDialGroup | null;
  readonly onClose: () => void;
}

export function GroupDialog({ group, onClose }: GroupDialogProps) {
  const { t } = useTranslation();
  const { edit } = useEdit();
  const dials = useApp((state) => state.speedDials);
  const [text, setText] = useState(group?.name ?? '');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const name = oneLine(text);
  const problem = groupProblem(name, dials, group?.id ?? null);

  const submit = async (): Promise<void> => {
    setTried(true);
    if (problem !== null) {
      field.current?.focus();
      return;
    }
    const id = group?.id ?? crypto.randomUUID();
    const saved = await edit((now) => (group === null ? addGroup(now, { id, name }) : changeGroup(now, id, { name })));
    if (saved) onClose();
  };
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal modal--small">
        <Dialog className="modal__dialog">
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void submit();
            }}
          >
            <div className="modal__head">
              <Heading slot="title" className="modal__title">
                {t(group === null ? 'speedDial.newGroupTitle' : 'speedDial.renameTitle')}
              </Heading>
            </div>
            <div className="sd-form">
              <Field
                ref={field}
                label={t('speedDial.groupName')}
                value={text}
                onChange={setText}
                maxLength={1_000}
                error={tried && problem !== null ? groupProblemWords(problem, name, t) : null}
              />
            </div>
            <div className="modal__foot">
              <Button className="button" onPress={onClose}>
                {t('speedDial.cancel')}
              </Button>
              <Button className="button button--primary" type="submit">
                {t('speedDial.save')}
              </Button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

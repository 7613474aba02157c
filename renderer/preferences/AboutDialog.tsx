import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import mark from '../brand/icon.svg';
import { UpdateState } from '../desktop/UpdateState';
import { useActions, useApp } from '../store/context';
import '../ui/modal.css';
import './about.css';

/** Which console this is, and whose it is. */
export function AboutDialog() {
  const { t } = useTranslation();
  const { close } = useActions();
  const version = useApp((state) => state.appVersion);
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(stays) => !stays && close()}>
      <Modal className="modal modal--small">
        <Dialog className="modal__dialog">
          <div className="about">
            <img src={mark} alt="" width={56} height={56} className="about__mark" />
            <Heading slot="title" className="about__name">
              {t('app.name')}
            </Heading>
            <p className="about__version">{t('login.version', { version })}</p>
            <UpdateState />
            <p>{t('about.what')}</p>
            <p>{t('about.independent')}</p>
            <p className="sub">{t('about.licences')}</p>
          </div>
          <div className="modal__foot">
            <Button className="button button--primary" onPress={close} autoFocus>
              {t('about.close')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

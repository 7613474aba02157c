/** All keys as they are today, on one page, for the wall beside the desk. */
import { Printer, X } from 'lucide-react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { commandGroups, type CommandGroup } from '../commands/command';
import { commands, keysOf } from '../commands/registry';
import { shortcutText } from '../commands/shortcutText';
import { useActions, useApp } from '../store/context';
import '../ui/modal.css';
import './cheatSheet.css';

export function CheatSheet() {
  const { t } = useTranslation();
  const { close } = useActions();
  return (
    <ModalOverlay className="veil sheet-veil" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal className="modal sheet">
        <Dialog className="modal__dialog">
          <header className="modal__head sheet__head">
            <Heading slot="title" className="modal__title">
              {t('cheatSheet.title')}
            </Heading>
            <button type="button" className="button sheet__print" onClick={() => window.print()}>
              <Printer size={15} aria-hidden="true" />
              {t('cheatSheet.print')}
            </button>
            <button type="button" className="icon-button sheet__close" aria-label={t('command.close')} onClick={close}>
              <X size={16} aria-hidden="true" />
            </button>
          </header>
          <div className="sheet__page scroll" tabIndex={0} role="region" aria-label={t('cheatSheet.title')}>
            {commandGroups.map((group) => (
              <Group key={group} group={group} />
            ))}
            <p className="sheet__note">{t('cheatSheet.typing')}</p>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Group({ group }: { readonly group: CommandGroup }) {
  const { t } = useTranslation();
  const preferences = useApp((state) => state.preferences);
  return (
    <section className="sheet__group" aria-labelledby={`sheet-${group}`}>
      <h3 className="sheet__title" id={`sheet-${group}`}>
        {t(`commandGroup.${group}`)}
      </h3>
      <dl className="sheet__list">
        {commands
          .filter((command) => command.group === group)
          .map(({ name }) => {
            const keys = keysOf({ preferences }, name);
            return (
              <div key={name} className="sheet__row">
                <dt>{t(`command.${name}`)}</dt>
                <dd>
                  {keys.length === 0 ? (
                    <span className="sub">{t('shortcut.none')}</span>
                  ) : (
                    keys.map((one) => (
                      <kbd key={one} className="kbd">
                        {shortcutText(one, t)}
                      </kbd>
                    ))
                  )}
                </dd>
              </div>
            );
          })}
      </dl>
    </section>
  );
}

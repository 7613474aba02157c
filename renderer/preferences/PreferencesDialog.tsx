import { BellRing, Keyboard, Palette, ServerCog, SlidersHorizontal, X } from 'lucide-react';
import { Button, Dialog, Heading, Modal, ModalOverlay, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ServerForm } from '../login/ServerForm';
import { useActions } from '../store/context';
import { preferenceTabs, type PreferenceTab } from '../store/overlay';
import { CallsTab } from './CallsTab';
import { GeneralTab } from './GeneralTab';
import { LookTab } from './LookTab';
import { ShortcutsTab } from './ShortcutsTab';
import '../ui/modal.css';
import './preferences.css';

const icons = {
  general: SlidersHorizontal,
  look: Palette,
  calls: BellRing,
  shortcuts: Keyboard,
  servers: ServerCog,
} as const satisfies Record<PreferenceTab, unknown>;

const contents = {
  general: GeneralTab,
  look: LookTab,
  calls: CallsTab,
  shortcuts: ShortcutsTab,
  servers: ServerForm,
} as const satisfies Record<PreferenceTab, unknown>;

/** What the assistant likes, in force as it is chosen; and where the servers are. */
export function PreferencesDialog({ tab }: { readonly tab: PreferenceTab }) {
  const { t } = useTranslation();
  const { open, close } = useActions();
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(stays) => !stays && close()}>
      <Modal className="modal prefs">
        <Dialog className="modal__dialog prefs__dialog">
          <div className="modal__head prefs__head">
            <Heading slot="title" className="modal__title">
              {t('preferences.title')}
            </Heading>
            <Button className="icon-button prefs__close" aria-label={t('preferences.close')} onPress={close}>
              <X size={17} aria-hidden="true" />
            </Button>
          </div>
          <Tabs
            className="prefs__tabs"
            orientation="vertical"
            selectedKey={tab}
            onSelectionChange={(key) => {
              const chosen = preferenceTabs.find((one) => one === key);
              if (chosen !== undefined) open({ kind: 'preferences', tab: chosen });
            }}
          >
            <TabList className="prefs__list" aria-label={t('preferences.tabs')}>
              {preferenceTabs.map((id) => {
                const Icon = icons[id];
                return (
                  <Tab key={id} id={id} className="prefs__tab">
                    <Icon size={16} aria-hidden="true" />
                    {t(`preferences.tab.${id}`)}
                  </Tab>
                );
              })}
            </TabList>
            {preferenceTabs.map((id) => {
              const Content = contents[id];
              return (
                <TabPanel key={id} id={id} className="prefs__panel scroll">
                  <Content />
                </TabPanel>
              );
            })}
          </Tabs>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

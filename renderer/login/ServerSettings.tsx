import { useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useActions, useApp } from '../store/context';
import { Field } from '../ui/Field';
import { parseSettings, settingsText, type SettingsProblems, type SettingsText } from './settingsForm';

/** Where the service is. Reached from the login screen, because without it nobody can log in. */
export function ServerSettings({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { saveSettings } = useActions();
  const settings = useApp((state) => state.settings);
  const [text, setText] = useState(() => settingsText(settings));
  const [problems, setProblems] = useState<SettingsProblems>({});
  const [failed, setFailed] = useState(false);

  const save = async (): Promise<void> => {
    const parsed = parseSettings(text, settings);
    setProblems(parsed.ok ? {} : parsed.error);
    if (!parsed.ok) return;
    const saved = await saveSettings(parsed.value).catch(() => null);
    if (saved === null) setFailed(true);
    else onClose();
  };
  const field = (name: keyof SettingsText) => ({
    value: text[name],
    onChange: (value: string) => setText((before) => ({ ...before, [name]: value })),
    error: problems[name] === undefined ? null : t(`settings.${problems[name]}`),
  });

  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal modal--small">
        <Dialog className="modal__dialog">
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void save();
            }}
          >
            <div className="modal__head">
              <div>
                <Heading slot="title" className="modal__title">
                  {t('settings.title')}
                </Heading>
                <p className="sub">{t('settings.intro')}</p>
              </div>
            </div>
            <div className="servers">
              <Field label={t('settings.primaryHost')} {...field('primaryHost')} />
              <Field label={t('settings.primaryPort')} {...field('primaryPort')} inputMode="numeric" />
              <Field label={t('settings.backupHost')} {...field('backupHost')} help={t('settings.backupNone')} />
              <Field label={t('settings.backupPort')} {...field('backupPort')} inputMode="numeric" />
              <h3 className="servers__title">{t('settings.timing')}</h3>
              <p className="servers__help field__help">{t('settings.timingHelp')}</p>
              <div className="servers__pair">
                <Field
                  label={t('settings.heartbeat')}
                  {...field('heartbeat')}
                  placeholder={t('settings.fromServer')}
                  inputMode="numeric"
                />
                <Field
                  label={t('settings.timeout')}
                  {...field('timeout')}
                  placeholder={t('settings.fromServer')}
                  inputMode="numeric"
                />
              </div>
              {failed && (
                <p className="field__error" role="alert">
                  {t('settings.failed')}
                </p>
              )}
            </div>
            <div className="modal__foot">
              <Button className="button" onPress={onClose}>
                {t('settings.cancel')}
              </Button>
              <Button className="button button--primary" type="submit">
                {t('settings.save')}
              </Button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

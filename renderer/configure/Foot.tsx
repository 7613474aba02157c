import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useApp } from '../store/context';
import { Tip } from '../ui/Tip';
import { conflicts } from './conflicts';
import { changedParts, divertProblem, filterModes } from './form';
import type { useForm } from './useForm';
import type { Saving } from './useSave';

interface FootProps {
  readonly handle: ReturnType<typeof useForm>;
  readonly saving: Saving;
  readonly onLeave: () => void;
  readonly onSave: () => void;
}

/** Save says why it waits. */
export function Foot({ handle, saving, onLeave, onSave }: FootProps) {
  const { t } = useTranslation();
  const { form, now, unsaved, resumed } = handle;
  const notLive = useApp((app) => app.link.phase !== 'live');
  const typing = filterModes.some((mode) => form.entries[mode].text.trim() !== '');
  const blocked = notLive
    ? t('reason.notLive')
    : conflicts(form, now).length > 0
      ? t('configure.decideFirst')
      : divertProblem(form) !== null
        ? t('configure.finishDivert')
        : changedParts(form, now).length === 0 && !typing
          ? t('configure.nothingToSave')
          : saving.unknown === 'asking'
            ? t('configure.unknown')
            : null;
  const disabled = blocked !== null || saving.busy;
  return (
    <div className="modal__foot configure__foot">
      <div className="modal__say" role="alert">
        {saving.unknown === 'asking' && t('configure.unknown')}
        {saving.unknown === 'notSaved' && t('configure.notSaved')}
        {saving.refused !== null && t('configure.refusedShort')}
      </div>
      {notLive && <p className="modal__note">{t('configure.waitsForLink')}</p>}
      {!notLive && saving.unknown === null && saving.refused === null && unsaved && (
        <p className="modal__note modal__note--calm">{t(resumed ? 'configure.resumed' : 'configure.unsaved')}</p>
      )}
      <Button className="button" onPress={onLeave}>
        {t('configure.cancel')}
      </Button>
      <Tip text={blocked ?? t('configure.save')} keys={blocked === null ? ['$mod+Enter'] : []}>
        <button
          type="button"
          id="configure-save"
          className="button button--primary"
          aria-disabled={disabled}
          aria-description={blocked ?? undefined}
          aria-keyshortcuts="Control+Enter"
          data-pending={saving.busy ? '' : undefined}
          onClick={() => {
            if (!disabled) onSave();
          }}
        >
          {t(saving.busy ? 'configure.saving' : 'configure.save')}
        </button>
      </Tip>
    </div>
  );
}

import { Radio, SlidersHorizontal } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { UserId } from '../../../shared/ids';
import { commandNamed } from '../../commands/registry';
import { useActions, useAppHandle, useReadOnly } from '../../store/context';
import { useConfigure } from './useConfigure';
import { useManager } from './useManager';

/** What a row offers beside its features: the intercom, where there is one, and everything else of this manager. */
export function RowActions({ managerId, intercom }: { readonly managerId: UserId; readonly intercom: boolean }) {
  const { t } = useTranslation();
  const app = useAppHandle();
  const { selectManager } = useActions();
  const configure = useConfigure();
  const readOnly = useReadOnly();
  const manager = useManager(managerId);
  if (manager === null || readOnly) return null;
  return (
    <span className="manager__actions">
      {intercom && manager.intercomDn !== null && (
        <Button
          className="icon-button"
          aria-label={t('manager.intercomTo', { name: manager.name })}
          onPress={() => {
            selectManager(managerId);
            commandNamed('intercom').run(app);
          }}
        >
          <Radio size={16} aria-hidden="true" />
        </Button>
      )}
      <Button
        className="icon-button"
        aria-label={t('manager.configureFor', { name: manager.name })}
        onPress={() => configure(managerId)}
      >
        <SlidersHorizontal size={16} aria-hidden="true" />
      </Button>
    </span>
  );
}

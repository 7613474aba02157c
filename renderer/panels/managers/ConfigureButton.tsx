import { SlidersHorizontal } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ManagerView } from '../../../shared/calls/model';
import { useActions } from '../../store/context';

export function ConfigureButton({ manager }: { readonly manager: ManagerView }) {
  const { t } = useTranslation();
  const { open } = useActions();
  return (
    <Button
      className="icon-button"
      aria-label={t('manager.configureFor', { name: manager.name })}
      onPress={() => open({ kind: 'configure', managerId: manager.managerId, tab: 'inclusive' })}
    >
      <SlidersHorizontal size={16} aria-hidden="true" />
    </Button>
  );
}

import { SlidersHorizontal } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ManagerView } from '../../../shared/calls/model';
import { useActions } from '../../store/context';

export function ConfigureButton({ manager }: { readonly manager: ManagerView }) {
  const { t } = useTranslation();
  const { configure } = useActions();
  return (
    <Button
      className="icon-button"
      aria-label={t('manager.configureFor', { name: manager.name })}
      onPress={() => configure(manager.managerId)}
    >
      <SlidersHorizontal size={16} aria-hidden="true" />
    </Button>
  );
}

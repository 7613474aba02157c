import { Forward, Phone } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { target } from '../../commands/target';
import { useApp } from '../../store/context';
import { MoreButton } from './MoreButton';
import type { Reach } from './useReach';
import './lists.css';

interface RowButtonsProps {
  readonly name: string;
  readonly number: string;
  readonly reach: Pick<Reach, 'call' | 'transfer' | 'callReason'>;
}

/** At the end of a row; the arrow keys lead to them. Transfer is only there while the selected call can be transferred. */
export function RowButtons({ name, number, reach }: RowButtonsProps) {
  const { t } = useTranslation();
  const canTransfer = useApp((state) => target('transfer', state).ok);
  return (
    <>
      {canTransfer && (
        <Button
          className="icon-button list-row__button"
          aria-label={t('speedDial.transferPerson', { name })}
          onPress={() => reach.transfer(number)}
        >
          <Forward size={15} aria-hidden="true" />
        </Button>
      )}
      <Button
        className="icon-button list-row__button"
        aria-label={t('speedDial.callPerson', { name })}
        isDisabled={reach.callReason !== null}
        onPress={() => reach.call(number)}
      >
        <Phone size={15} aria-hidden="true" />
      </Button>
      <MoreButton className="list-row__button" label={t('speedDial.moreFor', { name })} />
    </>
  );
}

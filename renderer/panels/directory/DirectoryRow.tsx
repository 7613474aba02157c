import { CornerDownLeft, Forward, Phone } from 'lucide-react';
import { Button, GridListItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DirectoryEntry } from '../../../shared/protocol/messages';
import { target } from '../../commands/target';
import { cleanDialString } from '../../format/dialString';
import { formatNumber } from '../../format/number';
import { listName, spokenName } from '../../format/person';
import { useActions, useApp, useAppHandle } from '../../store/context';
import { Highlighted } from '../../ui/Highlighted';

interface DirectoryRowProps {
  readonly entry: DirectoryEntry;
  readonly query: string;
  readonly isFirst: boolean;
  readonly onCall: (entry: DirectoryEntry) => void;
  readonly callReason: string | null;
}

export function DirectoryRow({ entry, query, isFirst, onCall, callReason }: DirectoryRowProps) {
  const { t } = useTranslation();
  const name = spokenName(entry);
  return (
    <GridListItem
      id={entry.id}
      className="hit"
      textValue={`${name}, ${entry.number}, ${entry.department}`}
      data-first={isFirst ? '' : undefined}
    >
      <span className="hit__name ellipsis">
        <Highlighted text={listName(entry)} query={query} />
      </span>
      <span className="hit__number">{formatNumber(entry.number)}</span>
      <span className="hit__department sub ellipsis">{entry.department}</span>
      <span className="hit__actions">
        {isFirst && (
          <span className="hit__enter kbd" aria-hidden="true">
            <CornerDownLeft size={11} /> {t('directory.call').toLocaleLowerCase()}
          </span>
        )}
        <TransferHere entry={entry} name={name} />
        <Button
          className="icon-button hit__button"
          aria-label={t('directory.callPerson', { name })}
          isDisabled={callReason !== null}
          onPress={() => onCall(entry)}
        >
          <Phone size={15} aria-hidden="true" />
        </Button>
      </span>
    </GridListItem>
  );
}

/** Only there while the selected call can be transferred. */
function TransferHere({ entry, name }: { readonly entry: DirectoryEntry; readonly name: string }) {
  const { t } = useTranslation();
  const { store } = useAppHandle();
  const { send } = useActions();
  const possible = useApp((state) => target('transfer', state).ok);
  const number = cleanDialString(entry.number);
  if (!possible || !number.ok) return null;
  return (
    <Button
      className="icon-button hit__button"
      aria-label={t('directory.transferPerson', { name })}
      onPress={() => {
        const found = target('transfer', store.getState());
        if (found.ok) send({ type: 'transfer', connectionId: found.call.connectionId, to: number.value });
      }}
    >
      <Forward size={15} aria-hidden="true" />
    </Button>
  );
}

import { Command, Contact, Phone, Star, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../store/context';
import { Highlighted } from '../ui/Highlighted';
import { Kbd } from '../ui/Kbd';
import { PhoneNumber } from '../ui/PhoneNumber';
import { entryReason } from './act';
import type { PaletteEntry } from './entries';

const icons = { number: Phone, command: Command, manager: UserRound, speedDial: Star, person: Contact } as const;

/** Icon, name, what else is known; at the end the number or the key. Why it cannot act stands under the name. */
export function PaletteRow({ entry, query }: { readonly entry: PaletteEntry; readonly query: string }) {
  const { t } = useTranslation();
  const reason = useApp((state) => entryReason(entry, state));
  const Icon = icons[entry.kind];
  return (
    <>
      <Icon size={16} aria-hidden="true" className="palette__icon" />
      <span className="palette__words" data-dim={reason === null ? undefined : ''}>
        <Name entry={entry} query={query} />
        {reason !== null && <span className="palette__why">{t(`reason.${reason}`)}</span>}
      </span>
      {entry.kind === 'command' ? (
        entry.keys !== undefined && <Kbd keys={entry.keys} />
      ) : entry.kind === 'number' ? null : (
        <PhoneNumber number={entry.number} className="palette__number" />
      )}
    </>
  );
}

function Name({ entry, query }: { readonly entry: PaletteEntry; readonly query: string }) {
  const { t } = useTranslation();
  switch (entry.kind) {
    case 'number':
      return (
        <span className="palette__name ellipsis">
          {t('palette.call')} <PhoneNumber number={entry.number} />
        </span>
      );
    case 'command':
      return (
        <span className="palette__name ellipsis">
          <Highlighted text={t(`command.${entry.label}`)} query={query} />
        </span>
      );
    case 'manager':
      return (
        <bdi className="palette__name ellipsis">
          <Highlighted text={entry.name} query={query} />
        </bdi>
      );
    case 'speedDial':
    case 'person':
      return (
        <>
          <bdi className="palette__name ellipsis">
            <Highlighted text={entry.name} query={query} />
          </bdi>
          {entry.aside !== '' && <bdi className="sub ellipsis">{entry.aside}</bdi>}
        </>
      );
  }
}

import { AppWindow, ArrowRight, Contact, Phone, SlidersHorizontal, Star, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CommandIcon } from '../shell/CommandIcon';
import { toolbarNames } from '../shell/toolbarItems';
import { useApp } from '../store/context';
import { Highlighted } from '../ui/Highlighted';
import { Kbd } from '../ui/Kbd';
import { PhoneNumber } from '../ui/PhoneNumber';
import { entryReason } from './act';
import type { PaletteEntry } from './entries';

const icons = { number: Phone, manager: UserRound, speedDial: Star, person: Contact } as const;
/** For commands that have no picture on the toolbar. */
const groupIcons = { call: Phone, manager: SlidersHorizontal, go: ArrowRight, console: AppWindow } as const;

/** Icon, name, what else is known; at the end the number or the key. Why it cannot act stands under the name. */
export function PaletteRow({ entry, query }: { readonly entry: PaletteEntry; readonly query: string }) {
  const { t } = useTranslation();
  const reason = useApp((state) => entryReason(entry, state));
  return (
    <>
      <span className="palette__icon">
        <Picture entry={entry} />
      </span>
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

/** A command has the same picture here as on the toolbar. */
function Picture({ entry }: { readonly entry: PaletteEntry }) {
  const onToolbar = entry.kind === 'command' ? toolbarNames.find((name) => name === entry.command.name) : undefined;
  if (entry.kind === 'command' && onToolbar !== undefined)
    return <CommandIcon name={onToolbar} resume={entry.label === 'resume'} />;
  const Icon = entry.kind === 'command' ? groupIcons[entry.command.group] : icons[entry.kind];
  const directed = entry.kind === 'command' && entry.command.group === 'go';
  return <Icon size={18} aria-hidden="true" {...(directed ? { className: 'mirrored' } : {})} />;
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

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaletteEntry } from './entries';
import { PaletteRow } from './PaletteRow';

const kinds = [
  'number',
  'command',
  'manager',
  'speedDial',
  'person',
] as const satisfies readonly PaletteEntry['kind'][];

const titles = {
  number: 'palette.numbers',
  command: 'palette.commands',
  manager: 'palette.managers',
  speedDial: 'palette.speedDials',
  person: 'palette.people',
} as const;

export function optionId(listId: string, entry: PaletteEntry): string {
  return `${listId}-${entry.id}`;
}

interface PaletteListProps {
  readonly id: string;
  readonly entries: readonly PaletteEntry[];
  readonly active: PaletteEntry | undefined;
  readonly query: string;
  readonly onMark: (entry: PaletteEntry) => void;
  readonly onAct: (entry: PaletteEntry) => void;
}

/** What was found, by kind. */
export function PaletteList({ id, entries, active, query, onMark, onAct }: PaletteListProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active?.id]);
  if (entries.length === 0) {
    return (
      <div className="palette__nothing" id={id} role="listbox" aria-label={t('palette.results')}>
        <p className="palette__none">{t('palette.nothing', { query })}</p>
        <p className="sub">{t('palette.nothingText')}</p>
      </div>
    );
  }
  return (
    <div className="palette__list scroll" id={id} role="listbox" aria-label={t('palette.results')} ref={box}>
      {kinds.map((kind) => {
        const group = entries.filter((entry) => entry.kind === kind);
        if (group.length === 0) return null;
        const titleId = `${id}-${kind}`;
        return (
          <div key={kind} role="group" aria-labelledby={titleId}>
            <div className="palette__title" id={titleId} role="presentation">
              {t(titles[kind])}
            </div>
            {group.map((entry) => (
              <div
                key={entry.id}
                id={optionId(id, entry)}
                role="option"
                aria-selected={entry.id === active?.id}
                className="palette__option"
                onPointerMove={() => entry.id !== active?.id && onMark(entry)}
                // The focus stays in the field.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onAct(entry)}
              >
                <PaletteRow entry={entry} query={query} />
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
}

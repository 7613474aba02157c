import { CornerDownLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { keysOf } from '../commands/registry';
import { ariaShortcut } from '../commands/shortcutText';
import { useApp, useAppHandle } from '../store/context';
import { Kbd } from '../ui/Kbd';
import { actSecondary, secondary, secondaryReason, type Secondary } from './act';
import type { PaletteEntry } from './entries';

const labels = {
  transfer: 'palette.transfer',
  consultTransfer: 'palette.consult',
  consultConference: 'palette.conference',
  newSpeedDial: 'palette.keep',
} as const satisfies Record<Secondary, string>;

const enter = {
  number: 'palette.callHint',
  person: 'palette.callHint',
  speedDial: 'palette.callHint',
  manager: 'palette.showHint',
  command: 'palette.runHint',
} as const;

/** At the foot: what Enter does, and what else can be done with the entry that is marked. */
export function PaletteActions({ entry }: { readonly entry: PaletteEntry }) {
  const { t } = useTranslation();
  return (
    <div className="palette__foot">
      <span className="palette__enter">
        <CornerDownLeft size={13} aria-hidden="true" className="mirrored" />
        {t(enter[entry.kind])}
      </span>
      {entry.kind !== 'command' && secondary.map((name) => <Action key={name} name={name} entry={entry} />)}
    </div>
  );
}

function Action({ name, entry }: { readonly name: Secondary; readonly entry: PaletteEntry }) {
  const { t } = useTranslation();
  const app = useAppHandle();
  const keys = useApp((state) => keysOf(state, name));
  const reason = useApp((state) => secondaryReason(name, state));
  return (
    <button
      type="button"
      className="palette__action"
      aria-disabled={reason !== null}
      aria-description={reason === null ? undefined : t(`reason.${reason}`)}
      title={reason === null ? undefined : t(`reason.${reason}`)}
      aria-keyshortcuts={keys.map((one) => ariaShortcut(one)).join(' ')}
      onClick={() => actSecondary(app, name, entry)}
    >
      {t(labels[name])}
      {keys.slice(0, 1).map((one) => (
        <Kbd key={one} keys={one} />
      ))}
    </button>
  );
}

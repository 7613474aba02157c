import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { keysOf } from '../commands/registry';
import { ariaShortcut } from '../commands/shortcutText';
import { useActions, useApp } from '../store/context';
import { Kbd } from '../ui/Kbd';

/** The way into the palette for the pointer, with its key in sight. */
export function PaletteButton() {
  const { t } = useTranslation();
  const { open } = useActions();
  const keys = useApp((state) => keysOf(state, 'palette'));
  return (
    <button
      type="button"
      className="dial__palette"
      aria-keyshortcuts={keys.map((one) => ariaShortcut(one)).join(' ')}
      aria-haspopup="dialog"
      onClick={() => open({ kind: 'palette' })}
    >
      <Search size={14} aria-hidden="true" />
      <span className="dial__find ellipsis">{t('palette.open')}</span>
      {keys.slice(0, 1).map((one) => (
        <Kbd key={one} keys={one} />
      ))}
    </button>
  );
}

import { useTranslation } from 'react-i18next';
import { shortcutText } from '../commands/shortcutText';
import './ui.css';

/** A shortcut in sight. The button it belongs to carries `aria-keyshortcuts`, so it is not read twice. */
export function Kbd({ keys }: { readonly keys: string }) {
  const { t } = useTranslation();
  return (
    <kbd className="kbd" aria-hidden="true">
      {shortcutText(keys, t)}
    </kbd>
  );
}

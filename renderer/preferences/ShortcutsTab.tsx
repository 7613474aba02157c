import { ShortcutEditor } from '../shortcuts/ShortcutEditor';

/** The keys of every command. */
export function ShortcutsTab() {
  return (
    <div className="prefs__page">
      <ShortcutEditor />
    </div>
  );
}

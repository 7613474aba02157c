import { ShortcutEditor } from '../shortcuts/ShortcutEditor';
import { SystemKeys } from '../shortcuts/SystemKeys';
import { useApp } from '../store/context';

/** The keys of every command, and the two that can work in every program. */
export function ShortcutsTab() {
  const canBeEverywhere = useApp(({ abilities }) => abilities.systemKeys);
  return (
    <div className="prefs__page">
      {canBeEverywhere && <SystemKeys />}
      <ShortcutEditor />
    </div>
  );
}

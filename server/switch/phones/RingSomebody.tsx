/** The quickest way to see the console do its work: one press and somebody from outside calls that manager. */
import { PhoneIncoming } from 'lucide-react';
import { Avatar } from './Avatar';
import { shortName, type Phone } from './model';
import type { PressKey } from './usePress';
import type { PhonesView } from '../web/view';

interface Props {
  readonly view: PhonesView;
  readonly managers: readonly Phone[];
  readonly callers: readonly Phone[];
  readonly onPress: PressKey;
}

export function RingSomebody({ view, managers, callers, onPress }: Props) {
  const busy = new Set(view.calls.flatMap((call) => call.connections.map((at) => at.lineId)));
  const free = callers.filter((caller) => caller.lines.every((line) => !busy.has(line.lineId)));
  const ring = (dn: string) => {
    // Whoever comes next in the list, counted by the calls under way, so that not always the same person rings.
    const caller = free[view.calls.length % Math.max(1, free.length)];
    if (caller) void onPress({ phoneId: caller.phoneId, key: 'dial', number: dn });
  };
  return (
    <section className="ring-somebody" aria-labelledby="ring-title">
      <div>
        <h2 id="ring-title">
          <PhoneIncoming aria-hidden="true" /> Let somebody call
        </h2>
        <p>A caller from outside rings this manager.</p>
      </div>
      <div className="ring-managers">
        {managers.map((manager) => (
          <button
            key={manager.phoneId}
            type="button"
            disabled={free.length === 0}
            aria-label={`A caller rings ${manager.name}`}
            onClick={() => ring(manager.lines[0]?.dn ?? '')}
          >
            <Avatar name={manager.name} />
            {shortName(manager.name)}
          </button>
        ))}
      </div>
    </section>
  );
}

/** Every transfer or conference that is half done, in words, with the way forward and the way back. It comes from the switch: a failover does not lose it. */
import { Link2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { halfDoneOf, type HalfDone } from '../../commands/halfDone';
import { useActions, useApp, useAppHandle, useReadOnly } from '../../store/context';
import { commandNamed, keysOf } from '../../commands/registry';
import { ariaShortcut } from '../../commands/shortcutText';
import { Kbd } from '../../ui/Kbd';
import { callerName } from './callWords';

const words = { transfer: 'call.transferring', conference: 'call.adding' } as const;

export function HalfDoneBars() {
  const console = useApp((state) => state.console);
  const halves = useMemo(
    () =>
      (console?.calls ?? []).flatMap((call) => {
        const half = console !== null && call.consultation?.side === 'held' ? halfDoneOf(call, console) : null;
        return half === null ? [] : [half];
      }),
    [console],
  );
  return halves.map((half) => <HalfDoneBar key={half.held.connectionId} half={half} />);
}

function HalfDoneBar({ half }: { readonly half: HalfDone }) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const { held, consulted, purpose } = half;
  const text = t(words[purpose], { name: callerName(held, t), to: callerName(consulted, t) });
  return (
    <div className="half" role="group" aria-label={text}>
      <Link2 size={16} aria-hidden="true" className="half__icon" />
      <span className="half__text" title={text}>
        {text}
      </span>
      {!readOnly && (
        <span className="half__buttons">
          <HalfButton name="complete" half={half} primary />
          <HalfButton name="cancelConsult" half={half} />
        </span>
      )}
    </div>
  );
}

interface HalfButtonProps {
  readonly name: 'complete' | 'cancelConsult';
  readonly half: HalfDone;
  readonly primary?: boolean;
}

/** The same command as on the toolbar, for this pair whatever call is selected. */
function HalfButton({ name, half, primary = false }: HalfButtonProps) {
  const { t } = useTranslation();
  const app = useAppHandle();
  const { select } = useActions();
  const command = commandNamed(name);
  const { held } = half;
  const reason = useApp((state) => command.unavailable({ ...state, selected: held.connectionId }));
  const label = useApp((state) => command.label({ ...state, selected: held.connectionId }));
  const keys = useApp((state) => keysOf(state, name)[0]);
  return (
    <button
      type="button"
      className={primary ? 'button button--primary half__button' : 'button half__button'}
      aria-label={t(`command.${label}`)}
      aria-disabled={reason !== null}
      aria-description={reason === null ? undefined : t(`reason.${reason}`)}
      aria-keyshortcuts={keys === undefined ? undefined : ariaShortcut(keys)}
      title={reason === null ? undefined : t(`reason.${reason}`)}
      data-pending={reason === 'pending' ? '' : undefined}
      onClick={() => {
        if (reason !== null) return;
        select(held.connectionId);
        command.run(app);
      }}
    >
      {t(`toolbar.${name}`)}
      {keys !== undefined && <Kbd keys={keys} />}
    </button>
  );
}

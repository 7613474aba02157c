import { useId } from 'react';
import { Locked } from './Locked';

interface SwitchRowProps {
  readonly label: string;
  readonly help: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  /** The sentence is a warning. */
  readonly warns?: boolean;
  /** Why this cannot be had here: it is said in place of a switch that would do nothing. */
  readonly impossible?: string | null;
  /** By an administrator: it stays as it is. */
  readonly isLocked?: boolean;
}

/** On or off, with a sentence on what that means. */
export function SwitchRow({
  label,
  help,
  on,
  onChange,
  warns = false,
  impossible = null,
  isLocked = false,
}: SwitchRowProps) {
  const id = useId();
  if (impossible !== null) {
    return (
      <div className="pref">
        <p className="pref__label">{label}</p>
        <p className="pref__why">{impossible}</p>
      </div>
    );
  }
  return (
    <div className="pref pref--row">
      <div>
        <label className="pref__label" htmlFor={id}>
          {label}
        </label>
        <p className={warns ? 'pref__help pref__help--warns' : 'pref__help'} id={`${id}-help`}>
          {help}
        </p>
        {isLocked && <Locked id={`${id}-locked`} />}
      </div>
      <input
        id={id}
        className="switch"
        type="checkbox"
        role="switch"
        checked={on}
        disabled={isLocked}
        aria-describedby={isLocked ? `${id}-help ${id}-locked` : `${id}-help`}
        onChange={(event) => onChange(event.target.checked)}
      />
    </div>
  );
}

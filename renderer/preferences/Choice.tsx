import { useId } from 'react';
import { Locked } from './Locked';

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  /** The language the label is written in, where it is another one. */
  readonly lang?: string;
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly help?: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
  /** By an administrator. */
  readonly isLocked?: boolean;
}

/** One of many: the system's own list box, which every screen reader and every theme knows. */
export function Choice<T extends string>({ label, help, value, options, onChange, isLocked = false }: ChoiceProps<T>) {
  const id = useId();
  const described = [...(help === undefined ? [] : [`${id}-help`]), ...(isLocked ? [`${id}-locked`] : [])];
  return (
    <div className="pref">
      <label className="pref__label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="select"
        value={value}
        disabled={isLocked}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
      {help !== undefined && (
        <p className="pref__help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {isLocked && <Locked id={`${id}-locked`} />}
    </div>
  );
}

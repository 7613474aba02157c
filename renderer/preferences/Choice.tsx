import { useId } from 'react';

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
}

/** One of many: the system's own list box, which every screen reader and every theme knows. */
export function Choice<T extends string>({ label, help, value, options, onChange }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div className="pref">
      <label className="pref__label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="select"
        value={value}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
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
    </div>
  );
}

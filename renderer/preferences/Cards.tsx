import { useId, type ReactNode } from 'react';
import { Locked } from './Locked';

interface CardsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly picture?: ReactNode }[];
  readonly onChange: (value: T) => void;
  /** By an administrator. */
  readonly isLocked?: boolean;
}

/** One of a few, all in sight: a group of radio buttons; arrows move between them. */
export function Cards<T extends string>({ label, value, options, onChange, isLocked = false }: CardsProps<T>) {
  const name = useId();
  return (
    <fieldset className="pref" disabled={isLocked} aria-describedby={isLocked ? `${name}-locked` : undefined}>
      <legend className="pref__label">{label}</legend>
      <div className="cards">
        {options.map((option) => (
          <label key={option.value} className="card">
            <input
              className="visually-hidden"
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.picture}
            <span className="card__label">{option.label}</span>
          </label>
        ))}
      </div>
      {isLocked && <Locked id={`${name}-locked`} />}
    </fieldset>
  );
}

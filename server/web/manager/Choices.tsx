import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
}

interface ChoicesProps {
  readonly label: string;
  readonly look: 'list' | 'segments';
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly disabled: boolean;
  readonly pending: boolean;
  readonly onChange: (value: string) => void;
}

/** One of a few. */
export function Choices({ label, look, choices, value, disabled, pending, onChange }: ChoicesProps) {
  const item = look === 'list' ? 'choice over' : 'segment over';
  return (
    <RadioGroup
      className={look === 'list' ? 'choices' : 'segments'}
      aria-label={label}
      value={value}
      isDisabled={disabled}
      data-pending={pending ? '' : undefined}
      onChange={onChange}
    >
      {choices.map((choice) => (
        <RadioField key={choice.value} value={choice.value}>
          <RadioButton className={item}>
            {look === 'list' && <span className="choice__dot" aria-hidden="true" />}
            <bdi className="choice__label">{choice.label}</bdi>
            {choice.note !== undefined && <span className="sub choice__note">{choice.note}</span>}
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
}

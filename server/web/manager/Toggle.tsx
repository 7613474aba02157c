import { useId } from 'react';
import { SwitchButton, SwitchField } from 'react-aria-components';

interface ToggleProps {
  readonly label: string;
  readonly help?: string;
  readonly on: boolean;
  readonly pending: boolean;
  readonly disabled: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Toggle({ label, help, on, pending, disabled, onChange }: ToggleProps) {
  const helpId = useId();
  return (
    <div className="toggle-row">
      <SwitchField
        aria-label={label}
        {...(help === undefined ? {} : { 'aria-describedby': helpId })}
        isSelected={on}
        isDisabled={disabled}
        onChange={onChange}
      >
        <SwitchButton className="toggle over" data-pending={pending ? '' : undefined}>
          {label}
          <span className="toggle__track" aria-hidden="true" />
        </SwitchButton>
      </SwitchField>
      {help !== undefined && (
        <p className="field__help" id={helpId}>
          {help}
        </p>
      )}
    </div>
  );
}

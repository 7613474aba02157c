import type { HTMLInputTypeAttribute, Ref } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import './ui.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: HTMLInputTypeAttribute;
  readonly error?: string | null;
  readonly help?: string;
  readonly placeholder?: string;
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'numeric';
  readonly isDisabled?: boolean;
  readonly maxLength?: number;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A labelled field; the error is tied to it and marks it. */
export function Field({ label, value, onChange, error = null, help, placeholder, ref, ...rest }: FieldProps) {
  const { type = 'text', autoComplete = 'off', inputMode = 'text', isDisabled = false, maxLength = 253 } = rest;
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      type={type}
      autoComplete={autoComplete}
      inputMode={inputMode}
      maxLength={maxLength}
      isDisabled={isDisabled}
      isInvalid={error !== null}
      validationBehavior="aria"
    >
      <Label className="field__label">{label}</Label>
      <Input
        className="field__input"
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(ref === undefined ? {} : { ref })}
        spellCheck={false}
      />
      {help !== undefined && error === null && (
        <Text slot="description" className="field__help">
          {help}
        </Text>
      )}
      <FieldError className="field__error">{error}</FieldError>
    </TextField>
  );
}

import type { Ref } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';

interface TextBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password';
  readonly autoComplete?: string;
  readonly placeholder?: string;
  readonly help?: string;
  readonly error?: string | null;
  readonly mono?: boolean;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A labelled field; the error is tied to it and marks it. */
export function TextBox({ label, value, onChange, error = null, help, placeholder, mono, ref, ...rest }: TextBoxProps) {
  const { type = 'text', autoComplete = 'off', autoFocus = false, maxLength = 64 } = rest;
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      type={type}
      autoComplete={autoComplete}
      // The page's one form comes up with the caret in it.
      autoFocus={autoFocus}
      maxLength={maxLength}
      isInvalid={error !== null}
      validationBehavior="aria"
    >
      <Label className="field__label">{label}</Label>
      <Input
        className={mono === true && value !== '' ? 'field__input mono' : 'field__input'}
        spellCheck={false}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(ref === undefined ? {} : { ref })}
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

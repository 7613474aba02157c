/** The number field of a phone, the line to dial from, and one-press numbers. */
import { useState, type SyntheticEvent } from 'react';
import type { PressKey } from './usePress';
import { shortName, type Phone } from './model';

interface Props {
  readonly phone: Phone;
  readonly number: string;
  readonly onNumber: (number: string) => void;
  /** One-press numbers: who this caller rings. */
  readonly shortcuts: readonly { readonly name: string; readonly dn: string }[];
  readonly onPress: PressKey;
}

export function DialForm({ phone, number, onNumber, shortcuts, onPress }: Props) {
  const [line, setLine] = useState<string>(phone.lines[0]?.lineId ?? '');
  const hasNumber = number.trim() !== '';
  const dial = (to: string) => {
    void onPress({ lineId: line, key: 'dial', number: to }).then((done) => {
      if (done) onNumber('');
    });
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (hasNumber) dial(number);
  };
  return (
    <>
      <form className="dial" onSubmit={submit}>
        {phone.lines.length > 1 && (
          <select
            aria-label={`Line to dial from, ${phone.name}`}
            value={line}
            onChange={(event) => setLine(event.target.value)}
          >
            {phone.lines.map(({ lineId, dn, intercom }) => (
              <option key={lineId} value={lineId}>
                {intercom ? `${dn} intercom` : dn}
              </option>
            ))}
          </select>
        )}
        <input
          aria-label={`Number to dial or transfer to, ${phone.name}`}
          list="people"
          autoComplete="off"
          placeholder="Number"
          value={number}
          onChange={(event) => onNumber(event.target.value)}
        />
        <button type="submit" className="dial-key" disabled={!hasNumber} aria-label={`Dial, ${phone.name}`}>
          Dial
        </button>
      </form>
      {shortcuts.length > 0 && (
        <div className="shortcuts">
          {shortcuts.map(({ name, dn }) => (
            <button key={dn} type="button" onClick={() => dial(dn)} aria-label={`${phone.name}: ring ${name}`}>
              Ring {shortName(name)}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

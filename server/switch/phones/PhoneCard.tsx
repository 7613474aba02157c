import { ArrowRight, BellOff, Pause, Phone as PhoneIcon, PhoneOff, Play } from 'lucide-react';
import { useId, useState, type SyntheticEvent } from 'react';
import type { Key } from '../web/press';
import { Avatar } from './Avatar';
import { CallRow } from './CallRow';
import { callsAt, canPress, shortName, type Phone } from './model';
import type { PressKey } from './usePress';
import type { PhonesView } from '../web/view';

interface Props {
  readonly view: PhonesView;
  readonly phone: Phone;
  readonly department: string;
  readonly clockOffset: number;
  /** One-press numbers: who this caller rings. */
  readonly shortcuts: readonly { readonly name: string; readonly dn: string }[];
  readonly onPress: PressKey;
}

export function PhoneCard({ view, phone, department, clockOffset, shortcuts, onPress }: Props) {
  const [number, setNumber] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [dialLine, setDialLine] = useState<string>(phone.lines[0]?.dn ?? '');
  const titleId = useId();
  const calls = callsAt(view, phone);
  const chosen = calls.find((call) => call.callId === chosenId) ?? calls[0];
  const hasNumber = number.trim() !== '';

  const pressOnCall = (key: Key) => {
    if (!chosen) return;
    const to = key === 'transfer' ? { number } : {};
    void onPress({ phoneId: phone.phoneId, key, callId: chosen.callId, ...to }).then((done) => {
      if (done && key === 'transfer') setNumber('');
    });
  };
  const dial = (to: string) => {
    void onPress({ dn: dialLine, key: 'dial', number: to }).then((done) => {
      if (done) setNumber('');
    });
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (hasNumber) dial(number);
  };
  const callKey = (key: Key, label: string, icon: React.ReactNode, className = '') => (
    <button
      type="button"
      className={`key ${className}`}
      disabled={!canPress(key, chosen?.look) || (key === 'transfer' && !hasNumber)}
      aria-label={`${label}, ${phone.name}`}
      title={key === 'transfer' ? 'Transfer to the number in the field' : label}
      onClick={() => pressOnCall(key)}
    >
      {icon}
      <span>{label}</span>
    </button>
  );

  return (
    <article className={`card ${chosen?.look ?? 'idle'}`} aria-labelledby={titleId} data-phone={phone.phoneId}>
      <header className="card-head">
        <Avatar name={phone.name} />
        <div className="card-title">
          <h3 id={titleId}>
            <bdi>{phone.name}</bdi>
          </h3>
          <p>
            {phone.lines[0]?.dn}
            {department !== '' && ` · ${department}`}
            {phone.forwardedTo !== null && ` · forwarded to ${phone.forwardedTo}`}
          </p>
        </div>
        <button
          type="button"
          className="dnd"
          aria-pressed={phone.doNotDisturb}
          aria-label={`Do not disturb, ${phone.name}`}
          title="Do not disturb: the phone does not make a sound"
          onClick={() => void onPress({ phoneId: phone.phoneId, key: 'dnd' })}
        >
          <BellOff aria-hidden="true" />
          DND
        </button>
      </header>

      {phone.lines.length > 1 && (
        <ul className="lines" aria-label={`Lines of ${phone.name}`}>
          {phone.lines.map((line) => (
            <li key={line.lineId} className={calls.some((call) => call.lineDn === line.dn) ? 'line used' : 'line'}>
              <b>{line.dn}</b> {line.label === phone.name ? 'own line' : line.label}
            </li>
          ))}
        </ul>
      )}

      <div className="calls">
        {calls.length === 0 && (
          <p className="call idle">
            <PhoneIcon className="call-icon" aria-hidden="true" />
            Idle
          </p>
        )}
        {calls.map((call) => (
          <CallRow
            key={call.callId}
            call={call}
            clockOffset={clockOffset}
            chosen={call === chosen}
            onChoose={calls.length > 1 ? () => setChosenId(call.callId) : null}
          />
        ))}
      </div>

      <div className="keys">
        {callKey('answer', 'Answer', <PhoneIcon aria-hidden="true" />, 'go')}
        {callKey('hangUp', 'Hang up', <PhoneOff aria-hidden="true" />, 'end')}
        {chosen?.look === 'held'
          ? callKey('resume', 'Resume', <Play aria-hidden="true" />)
          : callKey('hold', 'Hold', <Pause aria-hidden="true" />)}
        {callKey('transfer', 'Transfer', <ArrowRight aria-hidden="true" />)}
      </div>

      <form className="dial" onSubmit={submit}>
        {phone.lines.length > 1 && (
          <select
            aria-label={`Line to dial from, ${phone.name}`}
            value={dialLine}
            onChange={(event) => setDialLine(event.target.value)}
          >
            {phone.lines.map((line) => (
              <option key={line.lineId} value={line.dn}>
                {line.dn}
              </option>
            ))}
          </select>
        )}
        <input
          aria-label={`Number to dial or transfer to, ${phone.name}`}
          list="people"
          autoComplete="off"
          placeholder="Name or number"
          value={number}
          onChange={(event) => setNumber(event.target.value)}
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
    </article>
  );
}

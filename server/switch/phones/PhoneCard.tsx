/** One phone: whose it is, its calls and its keys; a manager's also has a status window and feature keys. */
import { useId, useState } from 'react';
import { CallKeys } from './CallKeys';
import { CallList } from './CallList';
import { CardHead } from './CardHead';
import { DialForm } from './DialForm';
import { FeatureKeys } from './FeatureKeys';
import type { PressKey } from './usePress';
import { LineChips } from './LineChips';
import { managerPhone } from './manager';
import { callsAt, type Phone } from './model';
import { StatusWindow } from './StatusWindow';
import type { PhonesView } from '../web/view';

interface Props {
  readonly view: PhonesView;
  readonly phone: Phone;
  readonly department: string;
  readonly isManager: boolean;
  readonly clockOffset: number;
  readonly shortcuts: readonly { readonly name: string; readonly dn: string }[];
  readonly onPress: PressKey;
}

export function PhoneCard({ view, phone, department, isManager, clockOffset, shortcuts, onPress }: Props) {
  const [number, setNumber] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const titleId = useId();
  const calls = callsAt(view, phone);
  const chosen = calls.find((call) => call.callId === chosenId) ?? calls[0];
  const manager = isManager ? managerPhone(view, phone) : null;

  return (
    <article
      className={`card ${chosen?.look ?? 'idle'}${manager ? ' manager' : ''}`}
      aria-labelledby={titleId}
      data-phone={phone.phoneId}
    >
      <div className="pane">
        <CardHead phone={phone} titleId={titleId} department={department} manager={isManager} onPress={onPress} />
        {phone.lines.length > 1 && <LineChips view={view} phone={phone} calls={calls} />}
        <CallList
          view={view}
          phone={phone}
          calls={calls}
          chosen={chosen}
          onChoose={setChosenId}
          clockOffset={clockOffset}
        />
        <CallKeys
          phone={phone}
          chosen={chosen}
          manager={manager}
          number={number}
          onNumberUsed={() => setNumber('')}
          onPress={onPress}
        />
        <DialForm phone={phone} number={number} onNumber={setNumber} shortcuts={shortcuts} onPress={onPress} />
      </div>
      {manager && (
        <div className="pane">
          <StatusWindow phone={phone} manager={manager} clockOffset={clockOffset} />
          <FeatureKeys phone={phone} manager={manager} onPress={onPress} />
        </div>
      )}
    </article>
  );
}

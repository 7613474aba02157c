/** The display of a manager's phone: who takes the calls, what is set, and the calls at assistants. */
import { BellRing, Headset, Unplug, UserX } from 'lucide-react';
import { factsOf } from './featureWords';
import { isAlerted, isServed, servingOf, type ManagerPhone } from './manager';
import type { Phone } from './model';
import { useNow } from './useNow';
import { WatchList } from './WatchList';

interface Props {
  readonly phone: Phone;
  readonly manager: ManagerPhone;
  readonly clockOffset: number;
}

export function StatusWindow({ phone, manager, clockOffset }: Props) {
  const alerted = isAlerted(phone, useNow() + clockOffset);
  const { served, who, note } = servingOf(manager);
  const Icon = served ? Headset : isServed(manager) ? UserX : Unplug;
  const status = manager.mode === 'proxy' ? manager.status : null;
  return (
    <div className={alerted ? 'display alerted' : 'display'} role="group" aria-label={`Status of ${phone.name}`}>
      <div className={served ? 'serving' : 'serving unserved'}>
        <Icon aria-hidden="true" />
        <p>
          <bdi className="serving-who" title={who}>
            {who}
          </bdi>
          <span className="serving-note">
            {!served && <span className="unseen">: </span>}
            {note}
          </span>
        </p>
        {alerted && (
          <span className="tag alert">
            <BellRing aria-hidden="true" />
            Alert tone
          </span>
        )}
      </div>
      <dl className="facts">
        {factsOf(manager, phone).map(({ name, value, on }) => (
          <div key={name} className={on ? '' : 'off'}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {status && <WatchList status={status} clockOffset={clockOffset} />}
    </div>
  );
}

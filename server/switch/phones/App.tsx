import { Search, X } from 'lucide-react';
import { useState } from 'react';
import { fold } from '../../../shared/directory/query';
import type { PhonesView } from '../web/view';
import { Announcer } from './Announcer';
import { useLink } from './link';
import type { Phone } from './model';
import { PhoneCard } from './PhoneCard';
import { RingSomebody } from './RingSomebody';
import { usePress } from './usePress';

const groups = [
  ['managers', 'Managers'],
  ['assistants', 'Assistants'],
  ['colleagues', 'Colleagues'],
  ['outside', 'Outside callers'],
] as const;

const shortcutsPerCaller = 3;

export function App() {
  const { view, live, clockOffset } = useLink();
  const { onPress, refusal, forget } = usePress();
  const [query, setQuery] = useState('');

  return (
    <>
      <header className="top">
        <h1>Phones</h1>
        <p className="about">Every simulated phone of the demo company. Press its keys as its owner would.</p>
        <label className="search">
          <Search aria-hidden="true" />
          <input
            type="search"
            aria-label="Find a phone by name or number"
            placeholder="Find any of the phones"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </label>
        <span className={live ? 'link live' : 'link lost'} role="status">
          {live ? 'Switch is up' : view ? 'Switch is away — trying again' : 'Connecting to the switch…'}
        </span>
      </header>
      {refusal !== null && (
        <div className="refusal" role="alert">
          <span>That did not work: {refusal}.</span>
          <button type="button" aria-label="Close this message" onClick={forget}>
            <X aria-hidden="true" />
          </button>
        </div>
      )}
      {view && (
        <main inert={!live} className={live ? '' : 'stale'}>
          <Announcer view={view} />
          <Groups view={view} query={fold(query.trim())} clockOffset={clockOffset} onPress={onPress} />
          <datalist id="people">
            {view.phones.map((phone) => (
              <option key={phone.phoneId} value={phone.lines[0]?.dn} label={phone.name} />
            ))}
          </datalist>
        </main>
      )}
    </>
  );
}

interface GroupsProps {
  readonly view: PhonesView;
  readonly query: string;
  readonly clockOffset: number;
  readonly onPress: ReturnType<typeof usePress>['onPress'];
}

/** Featured phones, or those found; a phone with a call is always there. */
function Groups({ view, query, clockOffset, onPress }: GroupsProps) {
  const phones = new Map(view.phones.map((phone) => [phone.phoneId, phone]));
  const inCall = new Set(view.calls.flatMap((call) => call.connections.map((at) => at.lineId)));
  const isShown = (phone: Phone, featured: boolean) =>
    query === ''
      ? featured || phone.lines.some((line) => inCall.has(line.lineId))
      : fold(phone.name).includes(query) || phone.lines.some((line) => line.dn.includes(query));
  const phonesIn = (group: string) =>
    view.listings
      .filter((listing) => listing.group === group)
      .flatMap((listing) => {
        const phone = phones.get(listing.phoneId);
        return phone ? [{ phone, listing }] : [];
      });
  const managers = phonesIn('managers').map(({ phone }) => phone);
  const callers = phonesIn('outside').map(({ phone }) => phone);
  const shown = groups
    .map(([group, title]) => {
      const members = phonesIn(group).filter(({ phone, listing }) => isShown(phone, listing.featured));
      return { group, title, members };
    })
    .filter(({ members }) => members.length > 0);

  return (
    <>
      {query === '' && <RingSomebody view={view} managers={managers} callers={callers} onPress={onPress} />}
      {shown.length === 0 && <p className="nobody">Nobody here has that name or number.</p>}
      {shown.map(({ group, title, members }) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`} className="group">
            {title} <span className="count">{members.length}</span>
          </h2>
          <div className="cards">
            {members.map(({ phone, listing }) => (
              <PhoneCard
                key={phone.phoneId}
                view={view}
                phone={phone}
                department={listing.department}
                clockOffset={clockOffset}
                shortcuts={group === 'outside' ? someManagers(managers, callers.indexOf(phone)) : []}
                onPress={onPress}
              />
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

/** A few managers for each caller, others for the next, so that all of them come up. */
function someManagers(managers: readonly Phone[], caller: number) {
  return Array.from({ length: shortcutsPerCaller }, (_, n) => managers[(caller * 2 + n) % managers.length]).flatMap(
    (manager) => (manager ? [{ name: manager.name, dn: manager.lines[0]?.dn ?? '' }] : []),
  );
}

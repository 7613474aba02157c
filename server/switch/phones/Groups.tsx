/** The phones in their groups: those featured, or those found; a phone with a call is always there. */
import { fold } from '../../../shared/directory/query';
import type { PhonesView } from '../web/view';
import type { PressKey } from './usePress';
import type { Phone } from './model';
import { PhoneCard } from './PhoneCard';
import { RingSomebody } from './RingSomebody';

const groups = [
  ['managers', 'Managers'],
  ['assistants', 'Assistants'],
  ['colleagues', 'Colleagues'],
  ['outside', 'Outside callers'],
] as const;

const shortcutsPerCaller = 3;

interface GroupsProps {
  readonly view: PhonesView;
  /** Folded; empty shows the featured phones. */
  readonly query: string;
  readonly clockOffset: number;
  readonly onPress: PressKey;
}

export function Groups({ view, query, clockOffset, onPress }: GroupsProps) {
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
          <div className={`cards ${group}`}>
            {members.map(({ phone, listing }) => (
              <PhoneCard
                key={phone.phoneId}
                view={view}
                phone={phone}
                department={listing.department}
                isManager={group === 'managers' || phone.status !== null}
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

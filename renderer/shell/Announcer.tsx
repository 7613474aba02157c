import { useApp } from '../store/context';

/** Speaks to screen readers. Two regions that are always there, so that a change is heard; the focus never moves. */
export function Announcer() {
  const said = useApp((state) => state.announcement);
  return (
    <div className="visually-hidden" data-live-announcer="true">
      <div aria-live="assertive" aria-atomic="true" data-testid="announce-urgent">
        {said?.urgent === true && <span key={said.id}>{said.text}</span>}
      </div>
      <div aria-live="polite" aria-atomic="true" data-testid="announce-polite">
        {said?.urgent === false && <span key={said.id}>{said.text}</span>}
      </div>
    </div>
  );
}

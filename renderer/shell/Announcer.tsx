import { useApp } from '../store/context';

/** Speaks to screen readers. Two regions that are always there, so that a change is heard; the focus never moves. */
export function Announcer() {
  const { urgent, polite } = useApp((state) => state.announcements);
  return (
    <div className="visually-hidden" data-live-announcer="true">
      <div aria-live="assertive" aria-atomic="true" data-testid="announce-urgent">
        {urgent !== null && <span key={urgent.id}>{urgent.text}</span>}
      </div>
      <div aria-live="polite" aria-atomic="true" data-testid="announce-polite">
        {polite !== null && <span key={polite.id}>{polite.text}</span>}
      </div>
    </div>
  );
}

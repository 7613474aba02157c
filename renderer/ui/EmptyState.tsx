import type { ReactNode } from 'react';
import './ui.css';

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
}

/** What a panel says when there is nothing in it: what would be here, and how it gets here. */
export function EmptyState({ icon, title, text }: EmptyStateProps) {
  return (
    <div className="empty">
      <span className="empty__mark" aria-hidden="true">
        {icon}
      </span>
      <p className="empty__title">{title}</p>
      <p className="empty__text">{text}</p>
    </div>
  );
}

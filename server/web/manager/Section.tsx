import { useId, type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly problem: string | null;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A card of the page; what went wrong with a change is said where it was made. */
export function Section({ title, problem, children, className = '' }: SectionProps) {
  const id = useId();
  return (
    <section className={`card ${className}`} aria-labelledby={id}>
      <h2 id={id} className="card__title">
        {title}
      </h2>
      {children}
      <p className="card__problem" role="alert">
        {problem}
      </p>
    </section>
  );
}

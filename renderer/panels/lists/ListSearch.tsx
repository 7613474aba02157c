import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import './lists.css';

interface ListSearchProps {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Looks through the list below while one types; Escape empties it, the arrow down goes to the list. */
export function ListSearch({ id, label, placeholder, clearLabel, value, onChange }: ListSearchProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <div className="list-search" role="search">
      <Search size={15} className="list-search__icon" aria-hidden="true" />
      <input
        ref={field}
        id={id}
        className="list-search__input"
        type="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        dir="auto"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.preventDefault();
            event.stopPropagation();
            onChange('');
          }
          if (event.key === 'ArrowDown') focusFirstRow(event.currentTarget);
        }}
      />
      {value !== '' && (
        <button
          type="button"
          className="icon-button list-search__clear"
          aria-label={clearLabel}
          onClick={() => {
            onChange('');
            field.current?.focus();
          }}
        >
          <X size={15} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

function focusFirstRow(field: HTMLElement): void {
  const row = field.closest('.panel__body')?.querySelector('[role="row"]');
  if (row instanceof HTMLElement) row.focus();
}

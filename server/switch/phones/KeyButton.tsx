/** A key of a phone. Keys that act carry an icon; keys that set something carry a lamp and say what is set. */
import type { LucideIcon } from 'lucide-react';

interface Shared {
  readonly label: string;
  /** Whose phone: the key's name says it, as there are many phones on the page. */
  readonly owner: string;
  /** What a press does. */
  readonly does: string;
  /** Null when the key can act. */
  readonly whyNot: string | null;
  readonly className?: string | undefined;
  readonly onPress: () => void;
}

interface ActionProps extends Shared {
  readonly Icon: LucideIcon;
  /** Only where a second press undoes the first. */
  readonly pressed?: boolean;
}

export function ActionKey({ label, owner, does, whyNot, onPress, Icon, className = '', pressed }: ActionProps) {
  return (
    <button
      type="button"
      className={`key ${className}`}
      disabled={whyNot !== null}
      aria-pressed={pressed}
      aria-label={`${label}, ${owner}`}
      title={whyNot ?? does}
      onClick={onPress}
    >
      <Icon aria-hidden="true" />
      <span>{label}</span>
    </button>
  );
}

interface LampProps extends Shared {
  /** Null where the key is neither on nor off: it has no lamp. */
  readonly on: boolean | null;
  /** The name read aloud, where the label is short. */
  readonly name?: string | undefined;
  /** What is set, in a word. */
  readonly state: string;
}

export function LampKey({ label, name = label, owner, does, whyNot, onPress, on, state, className = '' }: LampProps) {
  return (
    <button
      type="button"
      className={`key lamp-key ${className}`}
      disabled={whyNot !== null}
      aria-pressed={on ?? undefined}
      aria-label={on === null ? `${name} ${state}, ${owner}` : `${name}, ${owner}`}
      title={whyNot ?? does}
      onClick={onPress}
    >
      <span>{label}</span>
      <span className="key-state">
        {on !== null && <span className="lamp" aria-hidden="true" />}
        {state}
      </span>
    </button>
  );
}

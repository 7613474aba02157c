/** What every tab is given. */
import type { ManagerView } from '../../shared/calls/model';
import type { Form } from './form';
import type { Parts } from './parts';
import type { Saving } from './useSave';

export interface TabProps {
  readonly manager: ManagerView;
  readonly form: Form;
  /** What the service has. */
  readonly now: Parts;
  readonly change: (change: (form: Form) => Form) => void;
  readonly refused: Saving['refused'];
}

export interface TestProps {
  /** The number being tested, the same in every tab. */
  readonly tested: string;
  readonly onTested: (text: string) => void;
}

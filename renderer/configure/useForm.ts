import { useEffect, useMemo, useState } from 'react';
import type { ManagerView } from '../../shared/calls/model';
import { useApp, useAppHandle } from '../store/context';
import { settled } from './conflicts';
import { isUnsaved, newForm, type Form } from './form';
import { keepForm, keptForm } from './keptForms';
import { partsOf, type Parts } from './parts';

interface FormHandle {
  readonly form: Form;
  /** What the service has. */
  readonly now: Parts;
  readonly unsaved: boolean;
  /** The form is one that was left unsaved before. */
  readonly resumed: boolean;
  readonly change: (change: (form: Form) => Form) => void;
  readonly discard: () => void;
}

/** The form of one manager: follows what others change, and is kept until it is saved or discarded. */
export function useForm(manager: ManagerView): FormHandle {
  const app = useAppHandle();
  const { managerId } = manager;
  const me = useApp((state) => state.console?.me.userId ?? null);
  const now = useMemo(() => partsOf(manager), [manager]);
  const [before] = useState(() => (me === null ? null : keptForm(app, me, managerId)));
  const [held, setForm] = useState<Form>(() => before ?? newForm(now));
  const form = settled(held, now);
  if (form !== held) setForm(form);
  const unsaved = isUnsaved(form, now);
  useEffect(() => {
    if (me !== null) keepForm(app, me, managerId, unsaved ? form : null);
  }, [app, me, managerId, form, unsaved]);
  return {
    form,
    now,
    unsaved,
    resumed: before !== null && unsaved,
    change: (change) => setForm((current) => change(settled(current, now))),
    discard: () => {
      if (me !== null) keepForm(app, me, managerId, null);
    },
  };
}

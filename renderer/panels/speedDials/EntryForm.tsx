import { useEffect, useRef, useState } from 'react';
import { Button, FieldError, Heading, Label, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { speedDialLimits } from '../../../shared/console/speedDialLimits';
import type { SpeedDial } from '../../../shared/console/speedDials';
import { useApp } from '../../store/context';
import { Field } from '../../ui/Field';
import { canSave, draftProblems, withDraft, type Draft } from './entryDraft';
import { GroupChoice } from './GroupChoice';
import { lastGroup, rememberGroup } from './lastGroup';
import { cleanFields } from './problems';
import { useEdit } from './useEdit';
import { nameProblemWords, notesProblemWords, numberProblemWords } from './words';

export interface EntryFormProps {
  readonly entry: SpeedDial | null;
  readonly given: {
    readonly name: string;
    readonly number: string;
    readonly notes: string;
    readonly groupId: string | null;
  };
  readonly onClose: () => void;
}

export function EntryForm({ entry, given, onClose }: EntryFormProps) {
  const { t } = useTranslation();
  const { edit } = useEdit();
  const dials = useApp((state) => state.speedDials);
  const [draft, setDraft] = useState<Draft>(() => {
    const wanted = [given.groupId, lastGroup()].find((one) => dials.groups.some(({ id }) => id === one));
    return {
      ...given,
      groupId: wanted ?? dials.groups[0]?.id ?? null,
      newGroup: dials.groups.length === 0 ? t('speedDial.firstGroup') : '',
    };
  });
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [name, number] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  // What is still to be written comes first.
  const [first] = useState(() => (given.name !== '' && given.number === '' ? number : name));
  useEffect(() => {
    first.current?.focus();
    first.current?.select();
  }, [first]);

  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const cleaned = cleanFields(draft);
  const found = draftProblems(draft, dials, entry === null);
  const problems = tried ? found : { name: null, number: null, notes: null, group: null };

  const submit = async (): Promise<void> => {
    setTried(true);
    if (!canSave(found)) {
      // Errors appear with the next paint; the first of them gets the focus.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const ids = { entry: crypto.randomUUID(), group: crypto.randomUUID() };
    const saved = await edit((now) => withDraft(now, draft, entry, ids));
    if (!saved) return;
    rememberGroup(draft.groupId ?? ids.group);
    onClose();
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="modal__head">
        <Heading slot="title" className="modal__title">
          {t(entry === null ? 'speedDial.newTitle' : 'speedDial.editTitle')}
        </Heading>
      </div>
      <div className="sd-form">
        {found.full && (
          <p className="sd-form__full" role="alert">
            {t('speedDial.full', { limit: speedDialLimits.entries })}
          </p>
        )}
        <Field
          ref={name}
          label={t('speedDial.name')}
          value={draft.name}
          onChange={(value) => change({ name: value })}
          maxLength={1_000}
          error={problems.name === null ? null : nameProblemWords(problems.name, cleaned.name, t)}
        />
        <Field
          ref={number}
          label={t('speedDial.number')}
          type="tel"
          value={draft.number}
          onChange={(value) => change({ number: value })}
          maxLength={1_000}
          help={t('speedDial.numberHelp')}
          error={problems.number === null ? null : numberProblemWords(problems.number, t)}
        />
        <GroupChoice draft={draft} problem={problems.group} onChange={change} />
        <TextField
          className="field"
          value={draft.notes}
          onChange={(value) => change({ notes: value })}
          maxLength={2_000}
          isInvalid={problems.notes !== null}
          validationBehavior="aria"
        >
          <Label className="field__label">{t('speedDial.notes')}</Label>
          <TextArea className="field__input sd-form__notes" rows={3} dir="auto" />
          <FieldError className="field__error">
            {problems.notes === null ? null : notesProblemWords(cleaned.notes, t)}
          </FieldError>
        </TextField>
      </div>
      <div className="modal__foot">
        <Button className="button" onPress={onClose}>
          {t('speedDial.cancel')}
        </Button>
        <Button className="button button--primary" type="submit">
          {t('speedDial.save')}
        </Button>
      </div>
    </form>
  );
}

import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../../store/context';
import { Field } from '../../ui/Field';
import { oneLine } from './clean';
import type { Draft } from './entryDraft';
import type { GroupProblem } from './problems';
import { groupProblemWords } from './words';

interface GroupChoiceProps {
  readonly draft: Draft;
  readonly problem: GroupProblem | null;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** One of the groups, or a new one. */
export function GroupChoice({ draft, problem, onChange }: GroupChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  const groups = useApp((state) => state.speedDials.groups);
  const known = groups.some((group) => group.id === draft.groupId);
  return (
    <>
      {groups.length > 0 && (
        <div className="field">
          <label className="field__label" htmlFor={id}>
            {t('speedDial.group')}
          </label>
          <select
            id={id}
            className="field__input sd-form__group"
            value={known ? (draft.groupId ?? '') : ''}
            onChange={({ target }) => onChange({ groupId: target.value === '' ? null : target.value })}
          >
            {groups.map((group) => (
              <option key={group.id} value={group.id}>
                {group.name}
              </option>
            ))}
            <option value="">{t('speedDial.otherGroup')}</option>
          </select>
        </div>
      )}
      {!known && (
        <Field
          label={t('speedDial.groupName')}
          value={draft.newGroup}
          onChange={(newGroup) => onChange({ newGroup })}
          maxLength={1_000}
          error={problem === null ? null : groupProblemWords(problem, oneLine(draft.newGroup), t)}
        />
      )}
    </>
  );
}

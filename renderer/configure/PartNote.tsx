import { RefreshCw, TriangleAlert } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ManagerView } from '../../shared/calls/model';
import { maxPatternsPerList } from '../../shared/routing/pattern';
import { assistantName, targetWords } from './assistants';
import { canCombine, conflicts, resolved, type Choice } from './conflicts';
import type { Part, Parts } from './parts';
import { refusalWords } from './refusalWords';
import type { TabProps } from './tabProps';

const choiceWords = {
  theirs: 'configure.takeTheirs',
  mine: 'configure.keepMine',
  both: 'configure.combine',
} as const satisfies Record<Choice, string>;

/** What happened to this tab meanwhile: changed by somebody else, to be decided on, or refused by the service. */
export function PartNote({ part, manager, form, now, change, refused }: TabProps & { readonly part: Part }) {
  const { t } = useTranslation();
  if (conflicts(form, now).includes(part)) {
    const choices: readonly Choice[] = canCombine(form, part, now) ? ['both', 'theirs', 'mine'] : ['theirs', 'mine'];
    return (
      <div className="part-note part-note--asks" role="alert">
        <TriangleAlert size={16} aria-hidden="true" />
        <div>
          <p>{t('configure.conflict', { now: nowWords(part, manager, now, t) })}</p>
          <div className="part-note__choices">
            {choices.map((choice) => (
              <button
                key={choice}
                type="button"
                className="button button--small"
                onClick={() => change((before) => resolved(before, part, now, choice))}
              >
                {t(choiceWords[choice])}
              </button>
            ))}
          </div>
        </div>
      </div>
    );
  }
  if (refused?.part === part) {
    return (
      <p className="part-note part-note--refused">
        <TriangleAlert size={16} aria-hidden="true" />
        {refusalWords(refused.code, t)}
      </p>
    );
  }
  if (!form.renewed.includes(part)) return null;
  return (
    <p className="part-note" role="status">
      <RefreshCw size={15} aria-hidden="true" />
      {t('configure.renewed')}
    </p>
  );
}

function nowWords(part: Part, manager: ManagerView, now: Parts, t: TFunction): string {
  switch (part) {
    case 'assistant':
      return assistantName(manager, now.assistant) ?? t('configure.nobodyChosen');
    case 'divert':
      return targetWords(manager, now.divert, t);
    case 'inclusive':
    case 'exclusive':
      return t('configure.of', { count: now[part].length, max: maxPatternsPerList });
  }
}

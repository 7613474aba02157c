import { FileWarning, X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions, useApp } from '../store/context';
import { problemKey } from '../store/problemKey';
import { fileProblemText } from './fileProblemText';
import './banner.css';

/** Files that could not be read or saved; stays until it is dismissed or right again, on the login screen and over the panels. */
export function FileProblems() {
  const { t } = useTranslation();
  const all = useApp((state) => state.fileProblems);
  const dismissed = useApp((state) => state.dismissedProblems);
  const { dismissProblems } = useActions();
  const shown = useMemo(() => all.filter((problem) => !dismissed.includes(problemKey(problem))), [all, dismissed]);
  return (
    <div role="status">
      {shown.length > 0 && (
        <div className="banner banner--files">
          <FileWarning size={16} aria-hidden="true" />
          <ul className="banner__list">
            {shown.map((problem) => (
              <li key={problemKey(problem)}>{fileProblemText(problem, t)}</li>
            ))}
          </ul>
          <button
            type="button"
            className="icon-button"
            aria-label={t('fileProblem.dismiss')}
            onClick={() => dismissProblems(shown)}
          >
            <X size={15} aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { describePattern } from '../../shared/routing/pattern';

/** One of each kind. */
const examples = ['1044', '4930*', '*0142', '*5557*', '88650XX0199'] as const;

export function Examples() {
  const { t } = useTranslation();
  return (
    <details className="examples">
      <summary>{t('configure.examples')}</summary>
      <dl className="examples__list">
        {examples.map((pattern) => (
          <div key={pattern}>
            <dt>
              <code dir="ltr">{pattern}</code>
            </dt>
            <dd className="sub">{t(`shapeExample.${describePattern(pattern)}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="field__help">{t('configure.examplesHelp')}</p>
    </details>
  );
}

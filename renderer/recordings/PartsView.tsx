import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ExportPart } from '../../shared/session/library';
import { formatBytes } from './format';

/** What is in each file, as it is. */
export function PartsView({ parts }: { readonly parts: readonly ExportPart[] }) {
  const { t } = useTranslation();
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return <PartText part={only} />;
  return (
    <Tabs className="rec__parts">
      <TabList className="rec__tabs" aria-label={t('recordings.files')}>
        {parts.map(({ name, bytes }) => (
          <Tab key={name} id={name} className="rec__tab">
            <bdi dir="ltr">{name}</bdi> <span className="rec__size">{formatBytes(bytes)}</span>
          </Tab>
        ))}
      </TabList>
      {parts.map((part) => (
        <TabPanel key={part.name} id={part.name} className="rec__panel">
          <PartText part={part} />
        </TabPanel>
      ))}
    </Tabs>
  );
}

function PartText({ part: { name, text, more } }: { readonly part: ExportPart }) {
  const { t } = useTranslation();
  return (
    <div className="rec__part">
      <pre
        className="rec__text scroll"
        dir="auto"
        tabIndex={0}
        role="region"
        aria-label={t('recordings.contents', { file: name })}
      >
        {text}
      </pre>
      {more && <p className="sub">{t('recordings.more')}</p>}
    </div>
  );
}

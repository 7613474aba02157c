import { useTranslation } from 'react-i18next';
import { DivertChoice } from './DivertChoice';
import { DivertNow } from './DivertNow';
import { firstName } from './assistants';
import { PartNote } from './PartNote';
import type { TabProps, TestProps } from './tabProps';
import { TestNumber } from './TestNumber';

/** Where diverted calls go, and what that means at this moment. */
export function DivertTab({ shared, tested, onTested, ...props }: TabProps & TestProps & { readonly shared: boolean }) {
  const { t } = useTranslation();
  const { manager, form } = props;
  return (
    <div className="editor">
      <div className="editor__panel">
        <PartNote part="divert" {...props} />
        <DivertChoice {...props} shared={shared} />
      </div>
      <aside className="editor__side">
        {shared ? (
          <p className="field__help">{t('configure.divertShared', { name: firstName(manager.name) })}</p>
        ) : (
          <>
            <DivertNow manager={manager} form={form} />
            <TestNumber text={tested} onText={onTested} manager={manager} form={form} />
          </>
        )}
      </aside>
    </div>
  );
}

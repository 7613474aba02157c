import { useTranslation } from 'react-i18next';
import type { ManagerView } from '../../shared/calls/model';
import { useApp } from '../store/context';
import { Avatar } from '../ui/Avatar';

interface AssistantRowProps {
  readonly assistant: ManagerView['assistants'][number];
  /** Serves the manager at this moment. */
  readonly serves: boolean;
}

/** One assistant to choose from: name, online or not in shape and words, who serves now. */
export function AssistantRow({ assistant, serves }: AssistantRowProps) {
  const { t } = useTranslation();
  const me = useApp((state) => state.console?.me.userId);
  return (
    <>
      <span className="person__dot" aria-hidden="true" />
      <Avatar name={assistant.name} />
      <span className="person__name ellipsis" dir="auto">
        {assistant.name}
      </span>
      {assistant.userId === me && <span className="sub">{t('configure.thatIsYou')}</span>}
      {serves && <span className="tag">{t('configure.servesNow')}</span>}
      <span className="presence" data-online={assistant.online ? '' : undefined}>
        {t(assistant.online ? 'configure.online' : 'configure.offline')}
      </span>
    </>
  );
}

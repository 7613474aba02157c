import { ClipboardCopy, RotateCw, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useActions, useApp } from '../store/context';
import { verdictOf } from './checkWords';
import { reportOf } from './report';
import { ServerCard } from './ServerCard';
import '../ui/modal.css';
import './check.css';

/** Both servers, step by step; begins when it is opened. */
export function CheckDialog() {
  const { t } = useTranslation();
  const { close, checkConnection } = useActions();
  const check = useApp((state) => state.connectionCheck);
  const history = useApp((state) => state.linkHistory);
  const appVersion = useApp((state) => state.appVersion);
  const [gone, setGone] = useState(false);
  const [copied, setCopied] = useState<'copied' | 'byHand' | null>(null);
  // What is on the screen from an earlier time is not what was asked for now.
  const [running, setRunning] = useState(true);
  const [round, setRound] = useState(0);
  useEffect(() => {
    void checkConnection().then((answered) => {
      setGone(!answered);
      setRunning(false);
    });
  }, [checkConnection, round]);
  const run = () => {
    setRunning(true);
    setCopied(null);
    setRound(round + 1);
  };
  const done = !running && check !== null && check.done;
  const report = done ? reportOf({ check, history, appVersion }, t) : '';
  const copy = () =>
    navigator.clipboard.writeText(report).then(
      () => setCopied('copied'),
      () => setCopied('byHand'),
    );
  const verdicts = done
    ? check.servers.map((server) => `${t(`serverTitle.${server.server}`)}: ${verdictOf(server, t).text}`)
    : [];
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(stays) => !stays && close()}>
      <Modal className="modal check">
        <Dialog className="modal__dialog">
          <header className="modal__head check__head">
            <div>
              <Heading slot="title" className="modal__title">
                {t('check.title')}
              </Heading>
              <p className="sub">{t('check.intro')}</p>
            </div>
            <button type="button" className="icon-button" aria-label={t('command.close')} onClick={close}>
              <X size={16} aria-hidden="true" />
            </button>
          </header>
          <div className="check__servers" aria-busy={running}>
            {check?.servers.map((server) => (
              <ServerCard key={server.server} check={server} />
            ))}
            {check?.servers.length === 1 && <p className="sub check__alone">{t('check.noBackup')}</p>}
          </div>
          {/* Said once, at the end: fourteen steps read aloud would help nobody. */}
          <p className="visually-hidden" role="status">
            {done && [t('check.done'), ...verdicts].join(' ')}
          </p>
          {gone && (
            <p className="check__note" role="alert">
              {t('check.gone')}
            </p>
          )}
          {copied === 'byHand' && (
            <label className="check__hand">
              {t('check.byHand')}
              <textarea readOnly rows={6} value={report} autoFocus onFocus={(event) => event.target.select()} />
            </label>
          )}
          <footer className="modal__foot">
            <span className="sub check__copied" role="status">
              {copied === 'copied' && t('check.copied')}
            </span>
            <Button className="button" onPress={() => void copy()} isDisabled={!done}>
              <ClipboardCopy size={15} aria-hidden="true" />
              {t('check.copy')}
            </Button>
            <Button className="button" onPress={run} isDisabled={running}>
              <RotateCw size={15} aria-hidden="true" />
              {t('check.again')}
            </Button>
            <Button className="button button--primary" onPress={close} autoFocus>
              {t('check.close')}
            </Button>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

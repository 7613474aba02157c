/** All keys of the replay, and the switch for those that are a single letter or sign. */
import { X } from 'lucide-react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { keyText, shortcutText } from '../../commands/shortcutText';
import '../../ui/modal.css';
import { isSingle, replayKeys, type ReplayKey } from './shortcuts';

const words = {
  play: 'replay.play.play',
  previousEvent: 'replay.play.previousEvent',
  nextEvent: 'replay.play.nextEvent',
  previousMark: 'replay.play.previousMark',
  nextMark: 'replay.play.nextMark',
  back: 'replay.play.back',
  forth: 'replay.play.forth',
  begin: 'replay.play.begin',
  finish: 'replay.play.finish',
  slower: 'replay.play.slower',
  faster: 'replay.play.faster',
  skipIdle: 'replay.play.skipIdle',
  jump: 'replay.play.jump',
  find: 'replay.events.find',
  findNext: 'replay.events.next',
  findPrevious: 'replay.events.previous',
  zoomIn: 'replay.lane.zoomIn',
  zoomOut: 'replay.lane.zoomOut',
  zoomAll: 'replay.lane.zoomAll',
  copy: 'replay.play.copy',
  compare: 'replay.compare.pin',
  raw: 'replay.keys.raw',
  events: 'replay.keys.events',
  keys: 'replay.keys.title',
} as const satisfies Record<ReplayKey, string>;

interface KeysDialogProps {
  readonly single: boolean;
  readonly onSingle: (single: boolean) => void;
  readonly onClose: () => void;
}

export function KeysDialog({ single, onSingle, onClose }: KeysDialogProps) {
  const { t } = useTranslation();
  const names = Object.keys(replayKeys) as ReplayKey[];
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal">
        <Dialog className="modal__dialog">
          <header className="modal__head">
            <Heading slot="title" className="modal__title">
              {t('replay.keys.title')}
            </Heading>
            <button
              type="button"
              className="icon-button replay-keys__close"
              aria-label={t('replay.keys.close')}
              onClick={onClose}
            >
              <X size={16} aria-hidden="true" />
            </button>
          </header>
          <dl className="replay-keys">
            {names.map((name) => (
              <div key={name} className="replay-keys__row">
                <dt>{t(words[name])}</dt>
                <dd dir="ltr">
                  {replayKeys[name]
                    .filter((keys) => single || !isSingle(keys))
                    .map((keys) => (
                      <kbd key={keys} className="kbd">
                        {isSingle(keys) ? keyText(keys, t) : shortcutText(keys, t)}
                      </kbd>
                    ))}
                </dd>
              </div>
            ))}
          </dl>
          <footer className="modal__foot">
            <label className="replay-keys__single">
              <input type="checkbox" checked={single} onChange={({ target }) => onSingle(target.checked)} />
              {t('replay.keys.single')}
            </label>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

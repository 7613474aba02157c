import { CircleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { assertNever } from '../../../shared/assertNever';
import { fromCsv, type CsvProblem, type CsvRow } from './csv';
import { ImportPreview } from './ImportPreview';
import { maxFileSize, readFile } from './readFile';
import '../../ui/modal.css';
import './import.css';

type Refusal = CsvProblem | { readonly kind: 'tooLarge' | 'unreadable' };
type Loaded =
  | { readonly kind: 'reading' }
  | { readonly kind: 'refused'; readonly why: Refusal }
  | { readonly kind: 'rows'; readonly rows: readonly CsvRow[]; readonly guessed: boolean };

interface ImportDialogProps {
  readonly file: File;
  readonly onClose: () => void;
}

/** Shows what is in the file and what would come of it; nothing is written before that is confirmed. */
export function ImportDialog({ file, onClose }: ImportDialogProps) {
  const { t } = useTranslation();
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'reading' });
  useEffect(() => {
    let current = true;
    void load(file).then((next) => current && setLoaded(next));
    return () => {
      current = false;
    };
  }, [file]);
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog className="modal__dialog">
          <div className="modal__head import-head">
            <Heading slot="title" className="modal__title">
              {t('speedDialImport.title')}
            </Heading>
            <bdi className="sub ellipsis">{file.name}</bdi>
          </div>
          {loaded.kind === 'reading' && (
            <>
              <p className="import-note" role="status">
                {t('speedDialImport.reading', { file: file.name })}
              </p>
              <div className="modal__foot">
                <Button className="button" autoFocus onPress={onClose}>
                  {t('speedDialImport.cancel')}
                </Button>
              </div>
            </>
          )}
          {loaded.kind === 'refused' && (
            <>
              <div className="import-refused" role="alert">
                <CircleAlert size={20} aria-hidden="true" />
                <div>
                  <p className="import-refused__title">{t('speedDialImport.refused')}</p>
                  <p>{refusalWords(loaded.why, t)}</p>
                </div>
              </div>
              <div className="modal__foot">
                <Button className="button" autoFocus onPress={onClose}>
                  {t('speedDialImport.close')}
                </Button>
              </div>
            </>
          )}
          {loaded.kind === 'rows' && <ImportPreview rows={loaded.rows} guessed={loaded.guessed} onClose={onClose} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

async function load(file: File): Promise<Loaded> {
  const read = await readFile(file);
  if (!read.ok) return { kind: 'refused', why: { kind: read.error } };
  const rows = fromCsv(read.value.text);
  if (!rows.ok) return { kind: 'refused', why: rows.error };
  return { kind: 'rows', rows: rows.value, guessed: read.value.guessed };
}

function refusalWords(why: Refusal, t: TFunction): string {
  switch (why.kind) {
    case 'empty':
    case 'unreadable':
      return t(`speedDialImport.${why.kind}`);
    case 'noColumns':
      return t('speedDialImport.noColumns', { missing: why.missing.join(', ') });
    case 'quotes':
      return t('speedDialImport.quotes', { line: why.line });
    case 'tooLarge':
      return t('speedDialImport.tooLarge', { limit: `${maxFileSize / 1_000_000} MB` });
    default:
      return assertNever(why);
  }
}

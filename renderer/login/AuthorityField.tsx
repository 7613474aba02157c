import { FileCheck2, FileWarning } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AuthorityAnswer, AuthorityCertificate } from '../../shared/connection/authority';
import { formatLocale } from '../format/locale';
import { Locked } from '../preferences/Locked';
import { useActions } from '../store/context';
import { pemOf } from './authorityFile';

interface AuthorityFieldProps {
  readonly pem: string | null;
  readonly onChange: (pem: string | null) => void;
  /** By an administrator. */
  readonly isLocked: boolean;
}

type Problem = Extract<AuthorityAnswer, { status: 'refused' }>['why'] | 'tooLarge' | 'unreadable';

/** The company's own certificate authority: chosen as a file, shown before it is trusted, taken away again. */
export function AuthorityField({ pem, onChange, isLocked }: AuthorityFieldProps) {
  const { t } = useTranslation();
  const { readAuthority } = useActions();
  const id = useId();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [read, setRead] = useState<{ readonly pem: string; readonly answer: AuthorityAnswer } | null>(null);

  useEffect(() => {
    if (pem === null) return;
    let wanted = true;
    void readAuthority(pem).then((answer) => wanted && setRead({ pem, answer }));
    return () => {
      wanted = false;
    };
  }, [pem, readAuthority]);

  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    try {
      const chosen = await pemOf(file);
      if (chosen === null) {
        setProblem('tooLarge');
        return;
      }
      const answer = await readAuthority(chosen);
      if (answer.status === 'refused') {
        setProblem(answer.why);
        return;
      }
      setProblem(null);
      setRead({ pem: chosen, answer });
      onChange(chosen);
    } catch {
      setProblem('unreadable');
    }
  };

  const answer = pem !== null && read?.pem === pem ? read.answer : null;
  const shownProblem = problem ?? (answer?.status === 'refused' ? answer.why : null);
  return (
    <div className="pref" role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-help ${id}-locked`}>
      <p className="pref__label" id={`${id}-label`}>
        {t('settings.authority')}
      </p>
      <p className="pref__help" id={`${id}-help`}>
        {t(pem === null ? 'settings.authorityNone' : 'settings.authorityHelp')}
      </p>
      {answer?.status === 'read' && (
        <ul className="authority">
          {answer.certificates.map((certificate) => (
            <Certificate key={certificate.fingerprint} certificate={certificate} />
          ))}
        </ul>
      )}
      {shownProblem !== null && (
        <p className="field__error authority__problem" role="alert">
          <FileWarning size={16} aria-hidden="true" />
          {t(`settings.authorityProblem.${shownProblem}`)}
        </p>
      )}
      {isLocked ? (
        <Locked id={`${id}-locked`} />
      ) : (
        <div className="authority__buttons">
          <FileTrigger
            acceptedFileTypes={['.pem', '.crt', '.cer', '.der']}
            onSelect={(files) => void choose(files?.[0])}
          >
            <Button className="button">
              {t(pem === null ? 'settings.authorityChoose' : 'settings.authorityReplace')}
            </Button>
          </FileTrigger>
          {pem !== null && (
            <Button
              className="button button--quiet"
              onPress={() => {
                setProblem(null);
                onChange(null);
              }}
            >
              {t('settings.authorityRemove')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Certificate({ certificate }: { readonly certificate: AuthorityCertificate }) {
  const { t } = useTranslation();
  const { subject, validFrom, validTo, fingerprint, isAuthority } = certificate;
  const [now] = useState(() => Date.now());
  const date = (at: number): string => new Intl.DateTimeFormat(formatLocale(), { dateStyle: 'long' }).format(at);
  const validity =
    validTo < now
      ? t('settings.authorityExpired', { date: date(validTo) })
      : validFrom > now
        ? t('settings.authorityNotYet', { date: date(validFrom) })
        : t('settings.authorityUntil', { date: date(validTo) });
  const isValid = validFrom <= now && now <= validTo;
  const Icon = isValid && isAuthority ? FileCheck2 : FileWarning;
  return (
    <li className="authority__one" data-good={isValid && isAuthority}>
      <Icon size={18} aria-hidden="true" />
      <div>
        <b dir="auto">{subject}</b>
        <p className={isValid ? undefined : 'authority__warning'}>{validity}</p>
        {!isAuthority && <p className="authority__warning">{t('settings.notAuthority')}</p>}
        <p className="authority__print">
          {t('settings.fingerprint')} <code dir="ltr">{fingerprint}</code>
        </p>
      </div>
    </li>
  );
}

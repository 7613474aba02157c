/** What becomes of a telephone link: refused with the reason, kept until somebody has signed in, or asked about. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { DialLink } from '../../shared/desktop/dialLink';
import { useActions, useApp } from '../store/context';
import { DialLinkDialog } from './DialLinkDialog';

export function DialLinkAsked({ link }: { readonly link: DialLink }) {
  const { t } = useTranslation();
  const { toast, dismissDialLink } = useActions();
  const signedIn = useApp((state) => state.console !== null);
  const waits = link.status === 'asks' && !signedIn;
  useEffect(() => {
    if (link.status === 'asks') return;
    toast('warn', t(`dialLink.refused.${link.why}`));
    dismissDialLink();
  }, [link, toast, dismissDialLink, t]);
  useEffect(() => {
    if (waits) toast('info', t('dialLink.signIn'));
  }, [link, waits, toast, t]);
  return link.status === 'asks' && signedIn && <DialLinkDialog link={link} />;
}

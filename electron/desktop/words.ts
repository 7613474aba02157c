/** The few words that the operating system shows for us. Everything else is in the renderer's catalogue. */
import { app } from 'electron';
import { languages } from '../../shared/console/choices';
import type { Language } from '../../shared/console/choices';
import type { Preferences } from '../../shared/console/preferences';

interface Words {
  readonly incomingCall: string;
  readonly numberWithheld: string;
  readonly answer: string;
  readonly preferences: string;
}

const catalogue: Readonly<Record<Language, Words>> = {
  en: {
    incomingCall: 'Incoming call',
    numberWithheld: 'Number withheld',
    answer: 'Answer',
    preferences: 'Preferences…',
  },
  fr: {
    incomingCall: 'Appel entrant',
    numberWithheld: 'Numéro masqué',
    answer: 'Répondre',
    preferences: 'Préférences…',
  },
  de: {
    incomingCall: 'Eingehender Anruf',
    numberWithheld: 'Nummer unterdrückt',
    answer: 'Annehmen',
    preferences: 'Einstellungen…',
  },
  es: {
    incomingCall: 'Llamada entrante',
    numberWithheld: 'Número oculto',
    answer: 'Responder',
    preferences: 'Preferencias…',
  },
  'zh-Hant': {
    incomingCall: '來電',
    numberWithheld: '未顯示號碼',
    answer: '接聽',
    preferences: '偏好設定…',
  },
  ar: {
    incomingCall: 'مكالمة واردة',
    numberWithheld: 'رقم محجوب',
    answer: 'رد',
    preferences: 'التفضيلات…',
  },
};

export function wordsFor({ language }: Pick<Preferences, 'language'>): Words {
  return catalogue[language === 'system' ? languageOf(app.getLocale()) : language];
}

/** English where the system speaks none of ours. */
export function languageOf(locale: string): Language {
  const { language, script } = new Intl.Locale(locale === '' ? 'en' : locale).maximize();
  if (language === 'zh') return script === 'Hant' ? 'zh-Hant' : 'en';
  return languages.find((known) => known === language) ?? 'en';
}

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
  readonly help: string;
  readonly checkConnection: string;
  /** Over the system's Save dialog. */
  readonly saveAs: string;
}

const catalogue: Readonly<Record<Language, Words>> = {
  en: {
    incomingCall: 'Incoming call',
    numberWithheld: 'Number withheld',
    answer: 'Answer',
    preferences: 'Preferences…',
    help: 'Help',
    checkConnection: 'Check connection…',
    saveAs: 'Save as',
  },
  fr: {
    incomingCall: 'Appel entrant',
    numberWithheld: 'Numéro masqué',
    answer: 'Répondre',
    preferences: 'Préférences…',
    help: 'Aide',
    checkConnection: 'Vérifier la connexion…',
    saveAs: 'Enregistrer sous',
  },
  de: {
    incomingCall: 'Eingehender Anruf',
    numberWithheld: 'Nummer unterdrückt',
    answer: 'Annehmen',
    preferences: 'Einstellungen…',
    help: 'Hilfe',
    checkConnection: 'Verbindung prüfen…',
    saveAs: 'Speichern unter',
  },
  es: {
    incomingCall: 'Llamada entrante',
    numberWithheld: 'Número oculto',
    answer: 'Responder',
    preferences: 'Preferencias…',
    help: 'Ayuda',
    checkConnection: 'Comprobar la conexión…',
    saveAs: 'Guardar como',
  },
  'zh-Hant': {
    incomingCall: '來電',
    numberWithheld: '未顯示號碼',
    answer: '接聽',
    preferences: '偏好設定…',
    help: '說明',
    checkConnection: '檢查連線…',
    saveAs: '另存新檔',
  },
  ar: {
    incomingCall: 'مكالمة واردة',
    numberWithheld: 'رقم محجوب',
    answer: 'رد',
    preferences: 'التفضيلات…',
    help: 'مساعدة',
    checkConnection: 'فحص الاتصال…',
    saveAs: 'حفظ باسم',
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

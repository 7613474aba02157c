/** The few words that the operating system shows for us. Everything else is in the renderer's catalogue. */
import { app } from 'electron';
import { languages } from '../../shared/console/choices';
import type { Language } from '../../shared/console/choices';
import type { Preferences } from '../../shared/console/preferences';

export interface Words {
  readonly incomingCall: string;
  readonly numberWithheld: string;
  readonly answer: string;
  readonly preferences: string;
  readonly help: string;
  readonly checkConnection: string;
  readonly recordings: string;
  readonly saveLastMinutes: string;
  readonly reportProblem: string;
  /** Over the system's Save dialog. */
  readonly saveAs: string;
  /** The kind of file that a recording is. */
  readonly recordingFile: string;
}

const catalogue: Readonly<Record<Language, Words>> = {
  en: {
    incomingCall: 'Incoming call',
    numberWithheld: 'Number withheld',
    answer: 'Answer',
    preferences: 'Preferences…',
    help: 'Help',
    checkConnection: 'Check connection…',
    recordings: 'Recordings…',
    saveLastMinutes: 'Save the last 10 minutes…',
    reportProblem: 'Report a problem…',
    saveAs: 'Save as',
    recordingFile: 'Session recording',
  },
  fr: {
    incomingCall: 'Appel entrant',
    numberWithheld: 'Numéro masqué',
    answer: 'Répondre',
    preferences: 'Préférences…',
    help: 'Aide',
    checkConnection: 'Vérifier la connexion…',
    recordings: 'Enregistrements…',
    saveLastMinutes: 'Enregistrer les 10 dernières minutes…',
    reportProblem: 'Signaler un problème…',
    saveAs: 'Enregistrer sous',
    recordingFile: 'Enregistrement de session',
  },
  de: {
    incomingCall: 'Eingehender Anruf',
    numberWithheld: 'Nummer unterdrückt',
    answer: 'Annehmen',
    preferences: 'Einstellungen…',
    help: 'Hilfe',
    checkConnection: 'Verbindung prüfen…',
    recordings: 'Aufzeichnungen…',
    saveLastMinutes: 'Die letzten 10 Minuten sichern…',
    reportProblem: 'Ein Problem melden…',
    saveAs: 'Speichern unter',
    recordingFile: 'Sitzungsaufzeichnung',
  },
  es: {
    incomingCall: 'Llamada entrante',
    numberWithheld: 'Número oculto',
    answer: 'Responder',
    preferences: 'Preferencias…',
    help: 'Ayuda',
    checkConnection: 'Comprobar la conexión…',
    recordings: 'Grabaciones…',
    saveLastMinutes: 'Guardar los últimos 10 minutos…',
    reportProblem: 'Informar de un problema…',
    saveAs: 'Guardar como',
    recordingFile: 'Grabación de sesión',
  },
  'zh-Hant': {
    incomingCall: '來電',
    numberWithheld: '未顯示號碼',
    answer: '接聽',
    preferences: '偏好設定…',
    help: '說明',
    checkConnection: '檢查連線…',
    recordings: '錄製內容…',
    saveLastMinutes: '儲存最近 10 分鐘…',
    reportProblem: '回報問題…',
    saveAs: '另存新檔',
    recordingFile: '工作階段錄製檔',
  },
  ar: {
    incomingCall: 'مكالمة واردة',
    numberWithheld: 'رقم محجوب',
    answer: 'رد',
    preferences: 'التفضيلات…',
    help: 'مساعدة',
    checkConnection: 'فحص الاتصال…',
    recordings: 'التسجيلات…',
    saveLastMinutes: 'حفظ آخر 10 دقائق…',
    reportProblem: 'الإبلاغ عن مشكلة…',
    saveAs: 'حفظ باسم',
    recordingFile: 'تسجيل جلسة',
  },
};

export function wordsFor(preferences: Pick<Preferences, 'language'>): Words {
  return catalogue[languageInForce(preferences)];
}

export function languageInForce({ language }: Pick<Preferences, 'language'>): Language {
  return language === 'system' ? languageOf(app.getLocale()) : language;
}

/** English where the system speaks none of ours. */
export function languageOf(locale: string): Language {
  const { language, script } = new Intl.Locale(locale === '' ? 'en' : locale).maximize();
  if (language === 'zh') return script === 'Hant' ? 'zh-Hant' : 'en';
  return languages.find((known) => known === language) ?? 'en';
}

/** What the system's own dialogs say when something has broken. Calm, short, and the first button is the one that helps. */
import { app } from 'electron';
import type { Language } from '../../shared/console/choices';
import type { Preferences } from '../../shared/console/preferences';
import { languageOf } from './words';

export interface CrashWords {
  /** An error of the program itself. */
  readonly main: string;
  /** The page was gone twice within a minute. */
  readonly page: string;
  /** The page has not answered for a while. */
  readonly hung: string;
  /** `{reference}` stands for what is read out to support. */
  readonly detail: string;
  readonly restart: string;
  readonly report: string;
  readonly quit: string;
  readonly wait: string;
  readonly load: string;
  /** `{folder}` stands for where the log is. */
  readonly notSaved: string;
  /** What the report says of itself. */
  readonly reportWords: string;
}

const catalogue: Readonly<Record<Language, CrashWords>> = {
  en: {
    main: 'Something in the console has broken.',
    page: 'The console’s screen stops again and again.',
    hung: 'The console’s screen does not answer.',
    detail: 'Your calls are not lost: they are still on your telephone. Reference for support: {reference}',
    restart: 'Restart the console',
    report: 'Save a report…',
    quit: 'Quit',
    wait: 'Wait',
    load: 'Load the screen again',
    notSaved: 'The report could not be saved. The log is in {folder}',
    reportWords: 'Saved after an error. Reference: {reference}',
  },
  fr: {
    main: 'Un élément de la console est tombé en panne.',
    page: 'L’écran de la console s’arrête à plusieurs reprises.',
    hung: 'L’écran de la console ne répond pas.',
    detail:
      'Vos appels ne sont pas perdus : ils sont toujours sur votre téléphone. Référence pour l’assistance : {reference}',
    restart: 'Redémarrer la console',
    report: 'Enregistrer un rapport…',
    quit: 'Quitter',
    wait: 'Attendre',
    load: 'Recharger l’écran',
    notSaved: 'Le rapport n’a pas pu être enregistré. Le journal se trouve dans {folder}',
    reportWords: 'Enregistré après une erreur. Référence : {reference}',
  },
  de: {
    main: 'In der Konsole ist etwas kaputtgegangen.',
    page: 'Der Bildschirm der Konsole bleibt immer wieder stehen.',
    hung: 'Der Bildschirm der Konsole antwortet nicht.',
    detail:
      'Ihre Anrufe sind nicht verloren: Sie liegen weiterhin auf Ihrem Telefon. Kennung für den Support: {reference}',
    restart: 'Konsole neu starten',
    report: 'Bericht speichern…',
    quit: 'Beenden',
    wait: 'Warten',
    load: 'Bildschirm neu laden',
    notSaved: 'Der Bericht konnte nicht gespeichert werden. Das Protokoll liegt in {folder}',
    reportWords: 'Nach einem Fehler gespeichert. Kennung: {reference}',
  },
  es: {
    main: 'Algo se ha roto en la consola.',
    page: 'La pantalla de la consola se detiene una y otra vez.',
    hung: 'La pantalla de la consola no responde.',
    detail: 'Sus llamadas no se han perdido: siguen en su teléfono. Referencia para soporte: {reference}',
    restart: 'Reiniciar la consola',
    report: 'Guardar un informe…',
    quit: 'Salir',
    wait: 'Esperar',
    load: 'Volver a cargar la pantalla',
    notSaved: 'No se pudo guardar el informe. El registro está en {folder}',
    reportWords: 'Guardado después de un error. Referencia: {reference}',
  },
  'zh-Hant': {
    main: '主控台發生錯誤。',
    page: '主控台的畫面一再停止。',
    hung: '主控台的畫面沒有回應。',
    detail: '您的通話並未遺失，仍在您的電話上。支援代碼：{reference}',
    restart: '重新啟動主控台',
    report: '儲存報告…',
    quit: '結束',
    wait: '等候',
    load: '重新載入畫面',
    notSaved: '無法儲存報告。記錄檔位於 {folder}',
    reportWords: '發生錯誤後儲存。代碼：{reference}',
  },
  ar: {
    main: 'تعطّل شيء ما في وحدة التحكم.',
    page: 'تتوقف شاشة وحدة التحكم مرة بعد مرة.',
    hung: 'شاشة وحدة التحكم لا تستجيب.',
    detail: 'لم تُفقد مكالماتك: لا تزال على هاتفك. الرقم المرجعي للدعم: {reference}',
    restart: 'إعادة تشغيل وحدة التحكم',
    report: 'حفظ تقرير…',
    quit: 'إنهاء',
    wait: 'انتظار',
    load: 'تحميل الشاشة من جديد',
    notSaved: 'تعذّر حفظ التقرير. السجل موجود في {folder}',
    reportWords: 'حُفظ بعد خطأ. الرقم المرجعي: {reference}',
  },
};

/** Before the app is ready nobody knows the system's language: English. */
export function crashWords(language: Preferences['language']): CrashWords {
  if (language !== 'system') return catalogue[language];
  return catalogue[app.isReady() ? languageOf(app.getLocale()) : 'en'];
}

/** What tray, badge, taskbar and notifications say. `{n}` is a number; the sentences are built so that it needs no plural. */
import type { Language } from '../../shared/console/choices';
import type { Preferences } from '../../shared/console/preferences';
import { languageInForce } from './words';

export interface TrayWords {
  readonly signedOut: string;
  readonly connecting: string;
  readonly connected: string;
  readonly offline: string;
  readonly reconnecting: string;
  readonly ringing: string;
  readonly missed: string;
  readonly open: string;
  readonly quit: string;
  readonly stillHere: string;
  /** On a notification. */
  readonly redirect: string;
  readonly missedCall: string;
}

const catalogue: Readonly<Record<Language, TrayWords>> = {
  en: {
    signedOut: 'Not signed in',
    connecting: 'Connecting…',
    connected: 'Connected',
    offline: 'Connected, offline: calls go to others',
    reconnecting: 'Reconnecting… Calls can’t be handled now',
    ringing: 'Calls ringing: {n}',
    missed: 'Missed calls: {n}',
    open: 'Open console',
    quit: 'Exit',
    stillHere: 'The console is still running here, and calls still ring. Exit in this icon’s menu ends it.',
    redirect: 'Redirect',
    missedCall: 'Missed call',
  },
  fr: {
    signedOut: 'Non connecté',
    connecting: 'Connexion…',
    connected: 'Connecté',
    offline: 'Connecté, hors ligne : les appels vont à d’autres',
    reconnecting: 'Reconnexion… Aucun appel ne peut être traité',
    ringing: 'Appels qui sonnent : {n}',
    missed: 'Appels manqués : {n}',
    open: 'Ouvrir la console',
    quit: 'Quitter',
    stillHere:
      'La console fonctionne toujours ici et les appels sonnent encore. Quitter, dans le menu de cette icône, y met fin.',
    redirect: 'Rediriger',
    missedCall: 'Appel manqué',
  },
  de: {
    signedOut: 'Nicht angemeldet',
    connecting: 'Verbindung wird hergestellt…',
    connected: 'Verbunden',
    offline: 'Verbunden, offline: Anrufe gehen an andere',
    reconnecting: 'Wiederverbinden… Anrufe sind jetzt nicht möglich',
    ringing: 'Klingelnde Anrufe: {n}',
    missed: 'Verpasste Anrufe: {n}',
    open: 'Konsole öffnen',
    quit: 'Beenden',
    stillHere: 'Die Konsole läuft hier weiter, und Anrufe klingeln noch. „Beenden“ im Menü dieses Symbols beendet sie.',
    redirect: 'Weiterleiten',
    missedCall: 'Verpasster Anruf',
  },
  es: {
    signedOut: 'Sin iniciar sesión',
    connecting: 'Conectando…',
    connected: 'Conectado',
    offline: 'Conectado, fuera de línea: las llamadas van a otros',
    reconnecting: 'Reconectando… Ahora no se pueden atender llamadas',
    ringing: 'Llamadas que suenan: {n}',
    missed: 'Llamadas perdidas: {n}',
    open: 'Abrir la consola',
    quit: 'Salir',
    stillHere: 'La consola sigue aquí y las llamadas siguen sonando. «Salir», en el menú de este icono, la termina.',
    redirect: 'Redirigir',
    missedCall: 'Llamada perdida',
  },
  'zh-Hant': {
    signedOut: '尚未登入',
    connecting: '連線中…',
    connected: '已連線',
    offline: '已連線，離線中：來電轉給其他助理',
    reconnecting: '重新連線中… 目前無法處理通話',
    ringing: '響鈴中的來電：{n}',
    missed: '未接來電：{n}',
    open: '開啟主控台',
    quit: '結束程式',
    stillHere: '主控台仍在此執行，來電照樣響鈴。在此圖示的選單中選「結束程式」即可結束。',
    redirect: '重新導向',
    missedCall: '未接來電',
  },
  ar: {
    signedOut: 'لم يتم تسجيل الدخول',
    connecting: 'جارٍ الاتصال…',
    connected: 'متصل',
    offline: 'متصل، غير متاح: تذهب المكالمات إلى غيرك',
    reconnecting: 'جارٍ إعادة الاتصال… لا يمكن التعامل مع المكالمات الآن',
    ringing: 'مكالمات ترنّ: {n}',
    missed: 'مكالمات فائتة: {n}',
    open: 'فتح البرنامج',
    quit: 'إنهاء البرنامج',
    stillHere: 'لا يزال البرنامج يعمل هنا، وتظل المكالمات ترنّ. ينهيه أمر الإنهاء في قائمة هذه الأيقونة.',
    redirect: 'إحالة',
    missedCall: 'مكالمة فائتة',
  },
};

export function trayWordsFor(preferences: Pick<Preferences, 'language'>): TrayWords {
  return catalogue[languageInForce(preferences)];
}

/** In the digits of the language. */
export function counted(text: string, count: number, preferences: Pick<Preferences, 'language'>): string {
  return text.replace('{n}', new Intl.NumberFormat(languageInForce(preferences)).format(count));
}

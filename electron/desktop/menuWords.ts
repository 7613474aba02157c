/** What the system's own menu entries are called: Electron's roles have English names only. One word list a language, in the order of the menus. */
import type { Language } from '../../shared/console/choices';
import type { Preferences } from '../../shared/console/preferences';
import { languageInForce } from './words';

export interface MenuWords {
  readonly file: string;
  readonly edit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly view: string;
  readonly zoomReset: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fullScreen: string;
  readonly window: string;
  readonly minimize: string;
  readonly zoom: string;
  readonly front: string;
  readonly close: string;
  readonly help: string;
  readonly about: string;
  readonly services: string;
  readonly hide: string;
  readonly hideOthers: string;
  readonly unhide: string;
  readonly quit: string;
}

const catalogue: Readonly<Record<Language, MenuWords>> = {
  en: {
    file: 'File',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    zoomReset: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    window: 'Window',
    minimize: 'Minimize',
    zoom: 'Zoom',
    front: 'Bring all to front',
    close: 'Close window',
    help: 'Help',
    about: 'About Assistant Console',
    services: 'Services',
    hide: 'Hide Assistant Console',
    hideOthers: 'Hide others',
    unhide: 'Show all',
    quit: 'Quit Assistant Console',
  },
  fr: {
    file: 'Fichier',
    edit: 'Édition',
    undo: 'Annuler',
    redo: 'Rétablir',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    selectAll: 'Tout sélectionner',
    view: 'Affichage',
    zoomReset: 'Taille réelle',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    fullScreen: 'Plein écran',
    window: 'Fenêtre',
    minimize: 'Placer dans le Dock',
    zoom: 'Réduire/agrandir',
    front: 'Tout ramener au premier plan',
    close: 'Fermer la fenêtre',
    help: 'Aide',
    about: 'À propos d’Assistant Console',
    services: 'Services',
    hide: 'Masquer Assistant Console',
    hideOthers: 'Masquer les autres',
    unhide: 'Tout afficher',
    quit: 'Quitter Assistant Console',
  },
  de: {
    file: 'Datei',
    edit: 'Bearbeiten',
    undo: 'Widerrufen',
    redo: 'Wiederholen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    selectAll: 'Alles auswählen',
    view: 'Ansicht',
    zoomReset: 'Originalgröße',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    fullScreen: 'Vollbild',
    window: 'Fenster',
    minimize: 'Minimieren',
    zoom: 'Zoomen',
    front: 'Alle nach vorne bringen',
    close: 'Fenster schließen',
    help: 'Hilfe',
    about: 'Über Assistant Console',
    services: 'Dienste',
    hide: 'Assistant Console ausblenden',
    hideOthers: 'Andere ausblenden',
    unhide: 'Alle einblenden',
    quit: 'Assistant Console beenden',
  },
  es: {
    file: 'Archivo',
    edit: 'Edición',
    undo: 'Deshacer',
    redo: 'Rehacer',
    cut: 'Cortar',
    copy: 'Copiar',
    paste: 'Pegar',
    selectAll: 'Seleccionar todo',
    view: 'Ver',
    zoomReset: 'Tamaño real',
    zoomIn: 'Aumentar',
    zoomOut: 'Reducir',
    fullScreen: 'Pantalla completa',
    window: 'Ventana',
    minimize: 'Minimizar',
    zoom: 'Zoom',
    front: 'Traer todo al frente',
    close: 'Cerrar ventana',
    help: 'Ayuda',
    about: 'Acerca de Assistant Console',
    services: 'Servicios',
    hide: 'Ocultar Assistant Console',
    hideOthers: 'Ocultar otros',
    unhide: 'Mostrar todo',
    quit: 'Salir de Assistant Console',
  },
  'zh-Hant': {
    file: '檔案',
    edit: '編輯',
    undo: '還原',
    redo: '重做',
    cut: '剪下',
    copy: '拷貝',
    paste: '貼上',
    selectAll: '全選',
    view: '檢視',
    zoomReset: '實際大小',
    zoomIn: '放大',
    zoomOut: '縮小',
    fullScreen: '全螢幕',
    window: '視窗',
    minimize: '縮到最小',
    zoom: '縮放',
    front: '將全部移至最前',
    close: '關閉視窗',
    help: '說明',
    about: '關於 Assistant Console',
    services: '服務',
    hide: '隱藏 Assistant Console',
    hideOthers: '隱藏其他',
    unhide: '全部顯示',
    quit: '結束 Assistant Console',
  },
  ar: {
    file: 'ملف',
    edit: 'تحرير',
    undo: 'تراجع',
    redo: 'إعادة',
    cut: 'قص',
    copy: 'نسخ',
    paste: 'لصق',
    selectAll: 'تحديد الكل',
    view: 'عرض',
    zoomReset: 'الحجم الفعلي',
    zoomIn: 'تكبير',
    zoomOut: 'تصغير',
    fullScreen: 'ملء الشاشة',
    window: 'نافذة',
    minimize: 'تصغير النافذة',
    zoom: 'تكبير/تصغير',
    front: 'إحضار الكل إلى الأمام',
    close: 'إغلاق النافذة',
    help: 'مساعدة',
    about: 'حول Assistant Console',
    services: 'الخدمات',
    hide: 'إخفاء Assistant Console',
    hideOthers: 'إخفاء الباقي',
    unhide: 'إظهار الكل',
    quit: 'إنهاء Assistant Console',
  },
};

export function menuWordsFor(preferences: Pick<Preferences, 'language'>): MenuWords {
  return catalogue[languageInForce(preferences)];
}

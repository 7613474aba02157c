/** The locale that numbers and times are written in: a region of the language on the screen, where the system names one. */
let current = 'en';

export function formatLocale(): string {
  return current;
}

export function setFormatLocale(locale: string): void {
  current = locale;
}

/** Places that a command brings the focus to. */
import type { PanelId } from '../../shared/console/layout';

export const dialFieldId = 'dial-field';
export const directoryFieldId = 'directory-search';

/** The id of a panel's section. */
export function panelElementId(panel: PanelId): string {
  return `panel-${panel}`;
}

/** False where the field is not on the screen. */
export function focusField(id: string): boolean {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLInputElement) || !isShown(field)) return false;
  field.focus();
  field.select();
  return true;
}

/** What a panel is about comes first: its list; else whatever can be focused in it, the panel itself at the last. */
const wanted = [
  '[role="grid"]',
  '[role="treegrid"]',
  '[role="listbox"]',
  'input, textarea',
  'button, a[href], [tabindex]',
];

/** False where the panel is not on the screen. */
export function focusPanel(panel: PanelId): boolean {
  const section = document.getElementById(panelElementId(panel));
  if (section === null || !isShown(section)) return false;
  const found = wanted
    .map((selector) => [...section.querySelectorAll<HTMLElement>(selector)].find(isShown))
    .find((element) => element !== undefined);
  focusInside(found ?? section);
  return true;
}

/** The row or item that holds the place in a list, where it has one. */
function focusInside(element: HTMLElement): void {
  const place = element.tabIndex >= 0 ? element : (element.querySelector<HTMLElement>('[tabindex="0"]') ?? element);
  if (!place.hasAttribute('tabindex') && place.tabIndex < 0) place.tabIndex = -1;
  place.focus();
}

function isShown(element: HTMLElement): boolean {
  return element.checkVisibility();
}

const textInputs = new Set(['text', 'search', 'tel', 'password', 'number', 'email', 'url']);

/** Is somebody typing there? */
export function isTextField(node: EventTarget | null): boolean {
  if (node instanceof HTMLTextAreaElement) return true;
  if (node instanceof HTMLInputElement) return textInputs.has(node.type);
  return node instanceof HTMLElement && node.isContentEditable;
}

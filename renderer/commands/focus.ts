/** Fields that a shortcut brings the focus to. */
export const dialFieldId = 'dial-field';
export const directoryFieldId = 'directory-search';

export function focusField(id: string): void {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.select();
}

/** Plain elements of the page: no framework, no state. */

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function button(text: string, look: string, press: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: `button ${look}` }, text);
  made.addEventListener('click', press);
  return made;
}

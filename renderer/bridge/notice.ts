/** Says on the page itself why there is no console: it must work where nothing else of the page does. */
import type { Trouble } from './browserBridge';

const noticeId = 'host-notice';

const words: Record<Exclude<Trouble, null>, { readonly title: string; readonly help: string }> = {
  linkUsed: {
    title: 'This link has been used',
    help: 'Each link opens the console once. The window in which the console was started shows a new one, in the line that begins with “Console:”.',
  },
  hostGone: {
    title: 'The console program is not answering',
    help: 'It may have been closed. Calls are not affected. This page goes on by itself when the program answers again.',
  },
};

export function showNotice(document: Document, trouble: Exclude<Trouble, null>): void {
  hideNotice(document);
  const box = document.createElement('section');
  box.id = noticeId;
  box.setAttribute('role', 'alert');
  Object.assign(box.style, {
    position: 'fixed',
    inset: '0',
    zIndex: '10000',
    display: 'grid',
    placeContent: 'center',
    padding: '2rem',
    textAlign: 'center',
    font: '1rem/1.5 system-ui, sans-serif',
    color: 'CanvasText',
    background: 'color-mix(in srgb, Canvas 92%, transparent)',
  });
  const title = document.createElement('h1');
  title.textContent = words[trouble].title;
  title.style.fontSize = '1.5rem';
  const help = document.createElement('p');
  help.textContent = words[trouble].help;
  help.style.maxWidth = '34rem';
  box.append(title, help);
  document.body.append(box);
}

export function hideNotice(document: Document): void {
  document.getElementById(noticeId)?.remove();
}

/** What the person sees when something in the page has broken: instead of the screen, or as a strip beside what still works. Needs neither React nor any state of the console. */
import i18next from 'i18next';
import { restart } from './act';
import './crash.css';
import { button, element } from './elements';
import { addReport } from './report';
import { fetchCrashWords, say } from './words';

const screenId = 'crash-screen';
const stripId = 'crash-strip';

export async function showScreen(reference: string): Promise<void> {
  // The first error is the one that explains the others.
  if (document.getElementById(screenId) !== null) return;
  const screen = element('section', {
    id: screenId,
    class: 'crash',
    role: 'alertdialog',
    'aria-modal': 'true',
    'aria-labelledby': 'crash-title',
    'aria-describedby': 'crash-words',
  });
  document.body.append(screen);
  document.getElementById(stripId)?.remove();
  document.getElementById('root')?.setAttribute('inert', '');
  await fetchCrashWords();
  screen.setAttribute('lang', i18next.language);
  screen.setAttribute('dir', i18next.dir());
  const first = button(say('restart'), 'button--primary', () => void restart());
  const card = element(
    'div',
    { class: 'crash__card' },
    element('h1', { id: 'crash-title', class: 'crash__title' }, say('title')),
    element(
      'div',
      { id: 'crash-words', class: 'crash__words' },
      element('p', {}, say('calm')),
      element('p', {}, `${say('reference')} `, element('bdi', { class: 'crash__reference' }, reference)),
    ),
  );
  const buttons = element('div', { class: 'crash__buttons' }, first);
  card.append(buttons);
  addReport(card, buttons, reference);
  screen.append(card);
  first.focus();
}

/** Takes no focus: somebody may be on the telephone. One at a time, the latest. */
export async function showStrip(reference: string, what: 'trouble' | 'again'): Promise<void> {
  if (document.getElementById(screenId) !== null) return;
  await fetchCrashWords();
  document.getElementById(stripId)?.remove();
  const strip = element('section', {
    id: stripId,
    class: 'crash-strip',
    lang: i18next.language,
    dir: i18next.dir(),
    // Beside open dialogs, which would hide it from screen readers and take a press on it for one beside them.
    'data-react-aria-top-layer': 'true',
  });
  const words = element('p', { role: 'status', class: 'crash-strip__words' });
  strip.append(
    words,
    button(say('restart'), '', () => void restart()),
    button(say('dismiss'), '', () => strip.remove()),
  );
  document.body.append(strip);
  // Filled after it stands there, so that it is read out.
  requestAnimationFrame(() => words.append(say(what, reference)));
}

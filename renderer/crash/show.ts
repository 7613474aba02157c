/** The way to what is shown of an error: a part of its own, and in its place a few plain words where it cannot be fetched. */

const load = () => import('./screen');

/** Instead of the screen. */
export function showCrash(reference: string): void {
  void load().then(
    ({ showScreen }) => showScreen(reference),
    () => sayPlainly(reference),
  );
}

/** Beside what still works: something failed, or the page was loaded again. */
export function showTrouble(reference: string, what: 'trouble' | 'again'): void {
  void load()
    .then(({ showStrip }) => showStrip(reference, what))
    .catch(() => undefined);
}

/** While everything still works: when it does not, it may be too late. */
export function fetchCrashScreen(): void {
  requestIdleCallback(() => void load().catch(() => undefined));
}

function sayPlainly(reference: string): void {
  const box = document.createElement('main');
  box.setAttribute('role', 'alert');
  const button = document.createElement('button');
  button.textContent = 'Load again';
  button.addEventListener('click', () => location.reload());
  box.append(
    `The console’s screen has stopped. Your calls are still on your telephone. Reference: ${reference} `,
    button,
  );
  document.body.replaceChildren(box);
  button.focus();
}

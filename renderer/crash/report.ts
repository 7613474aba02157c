/** *Report a problem* of the crash screen: everything that would be in it is shown first; where it cannot be made, how else. */
import type { ExportPreview } from '../../shared/session/library';
import { prepareReport, saveReport } from './act';
import { button, element } from './elements';
import { say } from './words';

export function addReport(card: HTMLElement, buttons: HTMLElement, reference: string): void {
  const status = element('p', { role: 'status', class: 'crash__status' });
  const told = (words: string) => void (status.textContent = words);
  const report = button(say('report'), '', () => {
    report.setAttribute('aria-disabled', 'true');
    told(say('preparing'));
    void prepareReport(say('reportWords', reference)).then((preview) => {
      report.removeAttribute('aria-disabled');
      if (preview.status === 'ready') {
        told(say('look'));
        showParts(card, preview, told);
      } else told(say('howElse'));
    });
  });
  buttons.append(report);
  card.append(status);
}

type Ready = Extract<ExportPreview, { status: 'ready' }>;

function showParts(card: HTMLElement, ready: Ready, told: (words: string) => void): void {
  card.querySelector('.crash__parts')?.remove();
  const parts = ready.parts.map(({ name, text, more }) =>
    element(
      'details',
      {},
      element('summary', {}, name),
      element(
        'pre',
        { class: 'crash__text', dir: 'auto', tabindex: '0', 'aria-label': name },
        more ? `${text}…` : text,
      ),
    ),
  );
  const save = button(say('save'), 'button--primary', () => {
    void saveReport(ready).then((saved) => {
      if (saved !== 'cancelled') told(say(saved === 'saved' ? 'saved' : 'howElse'));
    });
  });
  card.append(element('div', { class: 'crash__parts' }, ...parts, save));
  save.focus();
}

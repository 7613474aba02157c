/** Spanish, polite form. */
import { byArea } from '../byArea';

export const catalogue = byArea(import.meta.glob('./*.json', { eager: true, import: 'default' }));

/** Arabic. Modern Standard; the words of office telephony as they stand on phones in the region. */
import { byArea } from '../byArea';

export const catalogue = byArea(import.meta.glob('./*.json', { eager: true, import: 'default' }));

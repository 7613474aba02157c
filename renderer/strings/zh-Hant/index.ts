/** Traditional Chinese, as it is spoken in offices in Taiwan. */
import { byArea } from '../byArea';

export const catalogue = byArea(import.meta.glob('./*.json', { eager: true, import: 'default' }));

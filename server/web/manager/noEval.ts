/** Import first: zod tries `new Function` as its schemas are made, which the page's content policy forbids and the browser would log as an error. */
import { z } from 'zod';

z.config({ jitless: true });

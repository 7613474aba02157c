/** Import first (vite.config.ts keeps it in zod's own chunk): zod tries `new Function` as its schemas are made, which the pages' content policy forbids and the browser would log as an error. */
import { z } from 'zod';

z.config({ jitless: true });

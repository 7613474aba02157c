/** The service's command line. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { defaultPort, ServiceName } from '../shared/protocol/messages';

const period = z.coerce.number().int().min(1_000).max(600_000).optional();

const Flags = z.object({
  name: ServiceName,
  host: z.string(),
  port: z.coerce.number().int().min(0).max(65_535),
  database: z.string().min(1),
  pool: z.coerce.number().int().min(1).max(3),
  switch: z.url({ protocol: /^wss?$/ }),
  peer: z.url({ protocol: /^wss?$/ }).optional(),
  'allow-origin': z.array(z.string()),
  demo: z.boolean(),
  'heartbeat-interval-ms': period,
  'request-timeout-ms': period,
  'lease-ms': z.coerce.number().int().min(200).max(60_000),
  'presence-grace-ms': z.coerce.number().int().min(0).max(600_000),
  'exit-with-parent': z.boolean(),
  'log-level': z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
});
export type Flags = z.infer<typeof Flags>;

/** Throws with the flag's name when one is missing or wrong. */
export function readFlags(args: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...args],
    options: {
      name: { type: 'string', default: 'primary' },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: String(defaultPort) },
      database: { type: 'string' },
      pool: { type: 'string', default: '1' },
      switch: { type: 'string' },
      peer: { type: 'string' },
      'allow-origin': { type: 'string', multiple: true, default: [] },
      demo: { type: 'boolean', default: false },
      'heartbeat-interval-ms': { type: 'string' },
      'request-timeout-ms': { type: 'string' },
      'lease-ms': { type: 'string', default: '1500' },
      'presence-grace-ms': { type: 'string', default: '10000' },
      'exit-with-parent': { type: 'boolean', default: false },
      'log-level': { type: 'string', default: 'info' },
    },
  });
  const parsed = Flags.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('\n'));
}

/** The moments a timeline shows. */
export const markTypes = [
  'ring',
  'answer',
  'dial',
  'hold',
  'retrieve',
  'transfer',
  'conference',
  'end',
  'failed',
  'live',
  'lost',
  'failover',
  'refused',
  'unknown',
  'error',
] as const;
export type MarkType = (typeof markTypes)[number];

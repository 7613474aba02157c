/** Cmd or Ctrl, and how keys are drawn. */
export const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform);

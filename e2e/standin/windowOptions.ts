/** The window options the stand-in knows; insecure ones, and ones it does not know, throw. */

/** Every one must be stated, with this value: a default that changes between versions is not a policy. */
const required = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  plugins: false,
  webgl: false,
  disableDialogs: true,
} as const;

const otherPreferences: ReadonlySet<string> = new Set(['preload', 'backgroundThrottling']);
const windowOptions: ReadonlySet<string> = new Set([
  ...['x', 'y', 'width', 'height', 'minWidth', 'minHeight', 'title', 'show', 'webPreferences'],
]);

export interface WindowOptions {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly title?: string;
  readonly show?: boolean;
  readonly webPreferences: Readonly<Record<string, unknown>> & { readonly preload?: string };
}

export function checkWindowOptions(options: WindowOptions): void {
  const { webPreferences } = options;
  for (const key of Object.keys(options))
    if (!windowOptions.has(key)) throw new Error(`stand-in: window option ${key}`);
  for (const [key, value] of Object.entries(required))
    if (webPreferences[key] !== value)
      throw new Error(`stand-in: insecure: webPreferences.${key} must be ${String(value)}`);
  for (const key of Object.keys(webPreferences))
    if (!(key in required) && !otherPreferences.has(key)) throw new Error(`stand-in: webPreferences.${key}`);
}

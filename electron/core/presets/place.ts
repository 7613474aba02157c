/** Where an administrator's presets lie: one file for everybody on the machine, in a folder that only administrators write into. */
import path from 'node:path';

interface Machine {
  readonly platform: NodeJS.Platform;
  readonly variables: NodeJS.ProcessEnv;
  readonly isPackaged: boolean;
}

export function presetsFile({ platform, variables, isPackaged }: Machine): string {
  // For tests and `npm start` only: in an installed console whoever starts it could name a file of their own, and the locks would be none.
  const named = isPackaged ? undefined : variables['ASSISTANT_CONSOLE_PRESETS'];
  if (named !== undefined && named !== '') return path.resolve(named);
  switch (platform) {
    case 'win32':
      return path.win32.join(variables['ProgramData'] ?? 'C:\\ProgramData', 'Assistant Console', 'presets.json');
    case 'darwin':
      return '/Library/Application Support/Assistant Console/presets.json';
    default:
      return '/etc/assistant-console/presets.json';
  }
}

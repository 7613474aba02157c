/** The AppImage this console runs from. Its name is in the environment, and goes on to every program that it starts: also to this one, from a browser that is an AppImage. */
import { realpathSync } from 'node:fs';
import path from 'node:path';

/** Null where it is somebody else's, or none. `program`: what runs, unpacked into the folder that the AppImage was mounted in. */
export function ownAppImage(variables: NodeJS.ProcessEnv, program: string): string | null {
  const { APPIMAGE: image = '', APPDIR: mounted = '' } = variables;
  if (image === '' || mounted === '') return null;
  return program.startsWith(real(mounted) + path.sep) ? image : null;
}

function real(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

/** What the product is called in all the places a system shows it, or needs a name for it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { root } from '../scripts/paths';

const OurPackage = z.object({ version: z.string(), description: z.string(), license: z.string(), main: z.string() });
const ours = OurPackage.parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));

/** Never changes: systems know an installed program, its permissions and its updates by it. */
export const appId = 'org.assistantconsole.desktop';
export const productName = 'Assistant Console';
export const executableName = 'assistant-console';
const authors = 'The Assistant Console authors';
export const copyright = `Copyright © 2026 ${authors}`;

/** Debian wants somebody to turn to. On a release runner that is the repository; elsewhere it is asked for. */
interface Contact {
  readonly homepage: string | null;
  readonly maintainer: string;
}

export function contactOf(env: NodeJS.ProcessEnv): Contact {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_REPOSITORY_OWNER: owner } = env;
  const someone = owner ? `${owner} <${owner}@users.noreply.github.com>` : `${authors} <nobody@example.invalid>`;
  return {
    homepage: env['PACKAGE_HOMEPAGE'] ?? (server && repository ? `${server}/${repository}` : null),
    maintainer: env['PACKAGE_MAINTAINER'] ?? someone,
  };
}

/** The package.json inside a package: what Electron reads and what a system shows, so no scripts and no dependencies (all is bundled). */
export function packedPackage(env: NodeJS.ProcessEnv): Readonly<Record<string, unknown>> {
  const { homepage } = contactOf(env);
  return {
    name: executableName,
    productName,
    version: ours.version,
    description: ours.description,
    author: { name: authors },
    ...(homepage === null ? {} : { homepage }),
    license: ours.license,
    main: ours.main,
  };
}

export const packedKeys: ReadonlySet<string> = new Set([
  ...['name', 'productName', 'version', 'description', 'author', 'homepage', 'license', 'main'],
]);

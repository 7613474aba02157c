/** How the desktop app is packed and installed on each system. Run by build/scripts/package.ts; credentials come from the environment only. */
import path from 'node:path';
import type { Configuration } from 'electron-builder';
import { appId, contactOf, copyright, executableName, productName } from './package/about';
import { canNotarize, publishTo } from './package/environment';
import { harden } from './package/harden';
import { root } from './scripts/paths';

export interface PackOptions {
  /** Holds exactly what goes into the archive (build/package/stage.ts). */
  readonly app: string;
  readonly output: string;
  /** A distribution of Electron that lies there; without it electron-builder fetches the right one. */
  readonly electronDist: string | null;
  readonly env: NodeJS.ProcessEnv;
}

const inBuild = (...names: string[]): string => path.join(root, 'build', ...names);

export function builderConfig({ app, output, electronDist, env }: PackOptions): Configuration {
  const { maintainer } = contactOf(env);
  return {
    appId,
    productName,
    copyright,
    directories: { app, output, buildResources: inBuild('icons') },
    files: ['**/*'],
    asar: true,
    // Everything is bundled. Anything but this makes electron-builder collect the modules of the checkout around `app`, and pack those.
    beforeBuild: () => false,
    ...(electronDist === null ? {} : { electronDist }),
    // Chromium's own words, in the languages that we speak.
    electronLanguages: ['en', 'fr', 'de', 'es', 'zh-TW', 'ar'],
    afterPack: ({ appOutDir, electronPlatformName }) => harden(appOutDir, electronPlatformName),
    publish: publishTo(env),
    forceCodeSigning: env['REQUIRE_SIGNING'] === '1',
    artifactName: `${executableName}-\${version}-\${os}-\${arch}.\${ext}`,

    protocols: [{ name: 'Telephone number', schemes: ['tel', 'callto'], role: 'Viewer' }],
    // The icon is found by the extension: acsession.ico, acsession.icns.
    fileAssociations: [
      {
        ext: 'acsession',
        name: 'Assistant Console recording',
        description: 'Recording of a session of Assistant Console',
        mimeType: 'application/vnd.assistantconsole.session',
        role: 'Viewer',
        rank: 'Owner',
      },
    ],

    win: {
      target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
      icon: inBuild('icons', 'icon.ico'),
      requestedExecutionLevel: 'asInvoker',
    },
    nsis: {
      // For the person who installs, without an administrator; who is one may choose everybody.
      oneClick: false,
      perMachine: false,
      selectPerMachineByDefault: false,
      allowElevation: true,
      allowToChangeInstallationDirectory: false,
      deleteAppDataOnUninstall: false,
      uninstallDisplayName: productName,
      include: inBuild('windows', 'links.nsh'),
      installerLanguages: ['en_US', 'fr_FR', 'de_DE', 'es_ES', 'zh_TW', 'ar_SA'],
      // One installer for both processors: the update feed names it, and nobody has to know theirs.
      buildUniversalInstaller: true,
      artifactName: `${executableName}-\${version}-windows-setup.\${ext}`,
    },

    mac: {
      target: [
        { target: 'dmg', arch: 'universal' },
        // What the updater takes: a disk image cannot be installed by a program.
        { target: 'zip', arch: 'universal' },
      ],
      icon: inBuild('icons', 'icon.icns'),
      category: 'public.app-category.business',
      darkModeSupport: true,
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements: inBuild('mac', 'entitlements.plist'),
      entitlementsInherit: inBuild('mac', 'entitlements.plist'),
      notarize: canNotarize(env),
    },

    linux: {
      target: [
        { target: 'AppImage', arch: ['x64', 'arm64'] },
        { target: 'deb', arch: ['x64', 'arm64'] },
      ],
      icon: inBuild('icons', 'png'),
      executableName,
      maintainer,
      category: 'Office;Telephony',
      synopsis: 'Handle your managers’ calls by keyboard',
    },
  };
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @typedef {'en' | 'ja'} Language */

/** What every editor we start is told: be quiet, show nothing but our extension, ask no questions. */
export const quietSettings = {
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // In a browser VS Code saves by itself, at any moment; on the desktop it does not.
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
};

/**
 * Writes a file of settings: the quiet ones, and `settings` over them.
 * @param {string} file
 * @param {Record<string, unknown>} settings
 */
export function writeSettings(file, settings) {
  writeJson(file, { ...quietSettings, ...settings });
}

/**
 * Lets an editor display a language whose language pack is not at hand, by registering a pack without translations: the
 * editor's own texts stay English, but it says and believes that its language is the wanted one, so
 * `vscode.env.language`, `package.nls.*.json` and `l10n` bundles behave as they do for a user with the real pack.
 * @param {string} userData the editor's user data folder
 * @param {Language} language
 * @returns {string[]} arguments for the editor
 */
export function displayLanguage(userData, language) {
  if (language === 'en') return ['--locale', 'en'];
  const pack = join(userData, 'language-pack', 'main.i18n.json');
  writeJson(pack, { version: '1.0.0', contents: {} });
  writeJson(join(userData, 'languagepacks.json'), {
    [language]: {
      hash: `psirt-${language}`,
      label: language,
      extensions: [{ extensionIdentifier: { id: `psirt.language-pack-${language}` }, version: '1.0.0' }],
      translations: { vscode: pack },
    },
  });
  return ['--locale', language];
}

/**
 * @param {string} file
 * @param {unknown} value
 */
function writeJson(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

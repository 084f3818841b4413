import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Surroundings to run tests in; each but the plain ones has a suite of its own.
 * @typedef {object} Scenario
 * @property {readonly string[]} extensions folders of extensions to load beside ours
 * @property {Record<string, unknown>} settings
 * @property {string} [folder] address of the folder to open in place of a copy of the workspace
 */

const here = dirname(fileURLToPath(import.meta.url));

/** @type {Readonly<Record<string, Scenario>>} */
export const scenarios = {
  plain: { extensions: [], settings: {} },
  /** Nobody has said yet that the workspace is trusted. */
  restricted: {
    extensions: [],
    settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never' },
  },
  /** The folder is not on a disk. */
  virtual: { extensions: [join(here, 'memory-files')], settings: {}, folder: 'memtest:/assessments' },
  /** A YAML server is installed, too. */
  coexistence: { extensions: [join(here, 'stand-in')], settings: {} },
  /** How long extensions take to start. */
  activation: { extensions: [], settings: {} },
};

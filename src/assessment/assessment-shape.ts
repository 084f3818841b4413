/** What `.psirt.yaml` files are validated against. */
import { accepts } from './accepts';
import type { FileShape } from './file-shape';
import { modelIssues } from './validate';
import { schema } from './model-facts.json';
import { keysOf, mapKindAt } from './keys';

/**
 * In the builds of the extension: the model is loaded there for other things already, and there is no room for the
 * schema.
 */
declare const IN_EXTENSION: true | undefined;

/**
 * Most files are right, which the schema tells in a fraction of the time that the model takes to load; what is wrong
 * with the others only the model says.
 */
export const assessmentShape: FileShape = {
  issuesOf: (value) => (typeof IN_EXTENSION === 'undefined' && accepts(schema, value) ? [] : modelIssues(value)),
  // Unknown and repeated services have rules of their own.
  keysAt(path) {
    const kind = mapKindAt(path);
    if (!kind) return undefined;
    const closed = kind === 'areas' || kind === 'rules';
    return {
      keys: keysOf[kind],
      closed,
      mayRepeat: kind === 'services',
      unknown: kind === 'rules' ? 'shape.unknown-rule' : undefined,
    };
  },
};

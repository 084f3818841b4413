// Lint rule: every regular expression runs in time linear in the length of its input.
import { getStringIfConstant } from '@eslint-community/eslint-utils';
import { checkSync } from 'recheck';

/** Limits in steps rather than time, so that the result is the same on every machine. */
const bySteps = { timeout: null, incubationTimeout: null, attackTimeout: null, attackLimit: 15_000_000 };

/** Cached results: many expressions occur in several places. */
const verdicts = new Map();

/**
 * What is known of an expression: `safe`, or another status with what to tell of it.
 * @param {string} source
 * @param {string} [flags]
 * @returns {{ status: 'safe' | 'vulnerable' | 'unknown', summary: string }}
 */
export function verdictOf(source, flags = '') {
  const name = `/${source}/${flags}`;
  if (!verdicts.has(name)) {
    const { status, complexity, error, attack } = checkSync(source, flags, bySteps);
    const example = status === 'vulnerable' ? `${complexity.summary}, for example on ${attack.pattern}` : '';
    verdicts.set(name, { status, summary: example || (error?.kind ?? '') });
  }
  return verdicts.get(name);
}

/** @type {import('eslint').Rule.RuleModule} */
const linear = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      vulnerable: 'This expression is not linear: {{summary}}.',
      unknown: 'Nobody can tell whether this expression is linear: {{summary}}.',
      dynamic: 'Write the expression as a literal, or of constants beside it: else nobody can tell if it is linear.',
    },
  },
  create(context) {
    const check = (node, source, flags) => {
      const { status, summary } = verdictOf(source, flags);
      if (status !== 'safe') context.report({ node, messageId: status, data: { summary } });
    };
    return {
      'Literal[regex]': (node) => check(node, node.regex.pattern, node.regex.flags),
      // Any use except as a type: `new RegExp(…)`, `RegExp(…)`, `const R = RegExp`.
      'Identifier[name="RegExp"]'(node) {
        const { parent } = node;
        if (parent.type.startsWith('TS')) return;
        const scope = context.sourceCode.getScope(node);
        const given = parent.callee === node ? parent.arguments : [];
        const [source, flags = ''] = given.map((argument) => getStringIfConstant(argument, scope));
        if (typeof source === 'string' && typeof flags === 'string') check(parent, source, flags);
        else context.report({ node, messageId: 'dynamic' });
      },
    };
  },
};

/** The plugin for ESLint. */
export default { rules: { linear } };

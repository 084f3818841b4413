import { isScorable } from '../assessment/scorable';
import { changedContents, isSignedOff } from '../assessment/sign-off';
import { changedServices, changeText, compareScored } from '../scoring/compare';
import type { Finding, Rule, RuleContext } from './rule';

/** Limit of changes named in a message. */
const most = 3;

/**
 * The file has changed since it was signed off: a sign-off approves a particular state. `check --require-sign-off`
 * requires one of the present state.
 */
export const changedSinceSignOff: Rule = {
  id: 'changed-since-sign-off',
  severity: 'warning',
  readsText: true,
  isRequired: ({ requiresSignOff = false }) => requiresSignOff,
  check: (context) => {
    const { assessment, requiresSignOff } = context;
    const isDue = requiresSignOff || (isScorable(assessment) && assessment.signOff.length > 0);
    if (!isDue || assessment.individualFor || (isScorable(assessment) && isSignedOff(assessment))) return [];
    const severity = requiresSignOff ? ('error' as const) : undefined;
    return [{ ...findingOf(context), severity }];
  },
};

function findingOf(context: RuleContext): Finding {
  const { assessment, t } = context;
  const last = assessment.signOff.at(-1);
  if (!last) {
    const firstLine = { start: 0, end: /^[^\r\n]*/.exec(assessment.text)?.[0].length ?? 0 };
    return { span: assessment.servicesKey ?? firstLine, message: t('rule.changed-since-sign-off.none') };
  }
  const { by, on, content } = last;
  const changes = namedChanges(context);
  const message = changes
    ? t('rule.changed-since-sign-off.named', { by, on, changes })
    : t('rule.changed-since-sign-off', { by, on });
  return { span: content.span, message };
}

/**
 * The changes since the sign-off: first scores, targets and exclusions, then others; `undefined` where that version is
 * not known.
 */
function namedChanges({ signed, scored, assessment, t }: RuleContext): string | undefined {
  if (!signed) return undefined;
  const numbers = changedServices(compareScored(signed.scored, scored));
  const counted = new Set(numbers.map(({ id }) => id));
  const others = changedContents(signed.assessment, assessment).filter((id) => !counted.has(id));
  const changed = [
    ...numbers.map((change) => `${change.id} ${changeText(change, t)}`),
    ...others.map((id) => t('rule.changed-since-sign-off.grounds', { id })),
  ];
  if (changed.length === 0) return undefined;
  const named = changed.slice(0, most);
  const rest = changed.length - named.length;
  return [...named, ...(rest > 0 ? [t('rule.and-more', { count: rest })] : [])].join(t('list.separator'));
}

import type { ServiceEntry } from '../assessment/assessment';
import { entryOf, type Span } from '../assessment/yaml/tree';
import { lineEnd } from '../assessment/yaml/text-edit';
import type { Service } from '../sheet/sheet';
import { areFew, fixOf, type Edits, type Finding, type Fix, type Rule, type RuleContext } from './rule';

/**
 * Services that are neither scored nor excluded. Many give one finding; of a few, the absent ones share one, and each
 * empty one has its own at its key.
 */
export const missingScore: Rule = {
  id: 'missing-score',
  severity: 'warning',
  check: (context) => {
    const unscored = context.services.filter(({ scored }) => scored.state === 'unscored');
    if (unscored.length === 0 || isMisshapen(context)) return [];
    const untouched = context.services.every(({ scored, entry }) => scored.score === null && !entry?.excluded);
    const missing = unscored.filter(({ entry }) => !entry || isEmpty(context, entry));
    const absent = missing.flatMap(({ service, entry }) => (entry ? [] : [service]));
    if (untouched) return missing.length < unscored.length ? [] : [nothingScored(context, unscored.length, absent)];
    const empty = missing.flatMap(({ service, entry }) => (entry ? [{ service, span: entry.key }] : []));
    if (areFew(missing.length))
      return [
        ...(absent.length ? [named(context, absent, absent)] : []),
        ...empty.map((one) => atItsKey(context, one)),
      ];
    const parts = empty.map(({ service, span }) => ({
      span,
      name: nameOf(service),
      fixes: (edits: Edits) => excludeFix(context, service, edits),
    }));
    return [
      {
        ...named(
          context,
          missing.map(({ service }) => service),
          absent,
        ),
        parts,
      },
    ];
  },
};

/** `services` is not a map, or its key is mistyped: both are reported by other rules. */
function isMisshapen({ assessment: { tree, issues } }: RuleContext): boolean {
  const value = entryOf(tree, 'services')?.value;
  if (!value) return issues.some(({ suggestion }) => suggestion === 'services');
  return value.kind !== 'map' && !(value.kind === 'scalar' && value.value === null);
}

/** Whether neither a score nor an exclusion is written; an unreadable value or a mistyped key is reported already. */
function isEmpty({ assessment }: RuleContext, { value, span }: ServiceEntry): boolean {
  if (value.kind === 'scalar') return value.value === null;
  if (value.kind === 'list' || entryOf(value, 'excluded')) return false;
  const score = entryOf(value, 'score')?.value;
  if (score) return score.kind === 'scalar' && score.value === null;
  const mistyped = assessment.issues.filter(({ suggestion }) => suggestion === 'score' || suggestion === 'excluded');
  return !mistyped.some((issue) => issue.span.start >= span.start && issue.span.end <= span.end);
}

/** The finding for a new file: one, however many services there are. */
function nothingScored(context: RuleContext, count: number, absent: readonly Service[]): Finding {
  const message = context.t('rule.missing-score.nothing', { count });
  return {
    span: placeOf(context),
    message,
    fixes: absent.length ? (edits) => addFix(context, absent, edits) : undefined,
  };
}

/** One finding that names services; absent ones can be added. */
function named(context: RuleContext, all: readonly Service[], absent: readonly Service[]): Finding {
  const names = all.map(nameOf);
  const listed = names.slice(0, 5).join(context.t('list.separator'));
  const more = names.length > 5 ? context.t('list.more', { count: names.length - 5 }) : '';
  const message = context.t('rule.missing-score.absent', { count: all.length, services: listed + more });
  return {
    span: placeOf(context),
    message,
    fixes: absent.length ? (edits) => addFix(context, absent, edits) : undefined,
  };
}

function atItsKey(
  context: RuleContext,
  { service, span }: { readonly service: Service; readonly span: Span },
): Finding {
  const { id, title } = service;
  return {
    span,
    message: context.t('rule.missing-score.empty', { id, title }),
    fixes: (edits) => excludeFix(context, service, edits),
  };
}

function nameOf({ id, title }: Service): string {
  return `${id} ${title}`;
}

function placeOf({ assessment }: RuleContext): Span {
  return assessment.servicesKey ?? { start: 0, end: lineEnd(assessment.text, 0) };
}

function addFix({ assessment, sheet, t }: RuleContext, absent: readonly Service[], { addServices }: Edits): Fix[] {
  return fixOf(t('fix.add-missing', { count: absent.length }), addServices(assessment, absent, sheet.areas));
}

/** Only the user can give the score; the alternative to offer is an exclusion with a reason. */
function excludeFix({ assessment, t }: RuleContext, { id }: Service, { excludeWithPlaceholder }: Edits): Fix[] {
  return fixOf(t('fix.exclude', { id }), excludeWithPlaceholder(assessment, id, t('fix.reason-placeholder')), {
    preferred: false,
    snippet: true,
  });
}

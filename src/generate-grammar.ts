/** Derives the grammar of assessments from the sheet and the model: ids, levels, keys and severities. */
import { keysOf } from './assessment/keys';
import { criterionStates, severities } from './assessment/vocabulary';
import { areaIds, levelNumbers, serviceIds } from './sheet/sheet';

export interface Grammar {
  readonly repository: Readonly<Record<string, { readonly match: string }>>;
}

const anyOf = (words: readonly (string | number)[]) =>
  `(?:${words.map((word) => String(word).replaceAll('.', '\\.')).join('|')})`;

const services = anyOf(serviceIds);
const areas = anyOf(areaIds);
const level = `[${levelNumbers.join('')}]`;
const criterion = `${level}[a-z]`;
const keys = anyOf([
  ...new Set(
    [
      keysOf.assessment,
      keysOf.area,
      keysOf.service,
      keysOf.criterion,
      keysOf.citation,
      keysOf.action,
      keysOf.signature,
    ].flat(),
  ),
]);

/** Look-aheads for the end of a key, and for the end of a value in block and flow collections. */
const atColon = String.raw`(?=["']?[ \t]*:)`;
const atBlockEnd = String.raw`(?=[ \t]*$|[ \t]+#)`;
const atFlowEnd = String.raw`(?=[ \t]*(?:$|[,\]}])|[ \t]+#)`;
const behindScoreKey = String.raw`(?<=(?:\bscore|${services})["']?[ \t]*:[ \t]+)`;
const behindStateKey = String.raw`(?<=(?:\bstate|\b${criterion})["']?[ \t]*:[ \t]+)`;

/** The generated patterns, by their names in the grammar's repository. */
const patterns: Readonly<Record<string, string>> = {
  'service-id': String.raw`\G${services}${atColon}`,
  'area-id': String.raw`\G${areas}${atColon}`,
  'known-key': String.raw`\G${keys}${atColon}`,
  'score-block': String.raw`\G${behindScoreKey}${level}${atBlockEnd}`,
  'score-flow': String.raw`\G${behindScoreKey}${level}${atFlowEnd}`,
  'criterion-id': String.raw`\G${criterion}${atColon}`,
  'state-block': String.raw`\G${behindStateKey}${anyOf(criterionStates)}${atBlockEnd}`,
  'state-flow': String.raw`\G${behindStateKey}${anyOf(criterionStates)}${atFlowEnd}`,
  severity: String.raw`\G(?<=[a-z]-[a-z]+["']?[ \t]*:[ \t]+)${anyOf(severities)}${atBlockEnd}`,
  reference: String.raw`\[${areas}(?:\.\d{1,2}){1,3}(?:-\d{1,2}(?:\.\d{1,2})*)?\]`,
};

/** The grammar with the generated patterns in place of its own. */
export function withPatterns<T extends Grammar>(grammar: T): T {
  const made = Object.entries(patterns).map(([name, match]) => [name, { ...grammar.repository[name], match }]);
  return { ...grammar, repository: { ...grammar.repository, ...Object.fromEntries(made) } };
}

/** Samples of the rules about criteria, of a service whose criteria are looked up: which there are is the sheet's. */
import { findService, type Criterion, type LevelNumber } from '../../../src/sheet/sheet';
import { error, info, warning, type Sample } from './sample';
import { complete, sheets } from '../problems';
import { yaml } from '../yaml';

const service = findService(sheets.en, '2.1');

/** The ids of one kind at a level of 2.1. */
export function idsOf(level: LevelNumber, kind: Criterion['kind'] = 'reach'): string[] {
  return (service?.levels[level]?.criteria ?? []).filter((one) => one.kind === kind).map(({ id }) => id);
}

/** Lines that answer criteria alike, in the long form of a service that is scored. */
export function answered(score: string, answers: readonly (readonly [readonly string[], string])[]): string {
  const lines = answers.flatMap(([ids, state]) => ids.map((id) => `      ${id}: ${state}\n`));
  return yaml`
    services:
      "2.1":
        score: ${score}
        criteria:
    ${lines.join('')}`;
}

const [two, three] = [idsOf(2).length, idsOf(3).length];
const last = service?.levels[5]?.criteria.at(-1)?.id;

export const criteriaSamples: readonly Sample[] = [
  {
    rule: 'unknown-criterion',
    when: 'an id is written another way, of no criterion of its level, or of no level',
    text: 'services: { "2.1": { criteria: { ⟦2A⟧: met, ⟦"3.a"⟧: met, ⟦2z⟧: met, ⟦7a⟧: met } }, "6.3": { criteria: { ⟦1a⟧: met } } }\n',
    found: [
      error(
        '2.1 has no criterion “2A”. Did you mean “2a”?',
        '2.1に「2A」という確認項目はありません。「2a」の誤りではありませんか。',
      ),
      error(
        '2.1 has no criterion “3.a”. Did you mean “3a”?',
        '2.1に「3.a」という確認項目はありません。「3a」の誤りではありませんか。',
      ),
      error(
        `2.1 has no criterion “2z”. Did you mean “${service?.levels[2]?.criteria.at(-1)?.id}”?`,
        `2.1に「2z」という確認項目はありません。「${service?.levels[2]?.criteria.at(-1)?.id}」の誤りではありませんか。`,
      ),
      error(
        `2.1 has no criterion “7a”. Its criteria are 0a to ${last}.`,
        `2.1に「7a」という確認項目はありません（確認項目は0a～${last}）。`,
      ),
      error('6.3 has no criteria, and so no “1a”.', '6.3には確認項目がないため、「1a」もありません。'),
    ],
  },
  {
    rule: 'unknown-criterion',
    when: 'the ids are the service’s, or there are none',
    text: 'services: { "2.1": { criteria: { 2a: met, "3a": unmet, 0a: } }, "1.1": { criteria: } }\n',
  },
  {
    rule: 'score-not-supported',
    when: 'less than half of the level’s criteria are met',
    text: answered('⟦3⟧', [
      [idsOf(2), 'met'],
      [idsOf(3), 'unmet'],
    ]),
    found: [
      warning(
        `2.1: the criteria do not support the score of 3: 0 of ${three} of that level are met.`,
        `2.1：スコア3は確認項目の回答で裏付けられていません（このレベルの${three}件中、満たしているのは0件）。`,
      ),
    ],
  },
  {
    rule: 'score-not-supported',
    when: 'half of them are met, or none is answered, or only as not applicable',
    text: complete({
      '2.1': answered('3', [[idsOf(3), 'partly']]).slice('services:\n'.length),
      '2.2': '  "2.2": { score: 3, evidence: [e], criteria: { 1a: met } }\n',
      '2.3': '  "2.3": { score: 3, evidence: [e], criteria: { 3a: not-applicable } }\n',
    }),
  },
  {
    rule: 'score-below-criteria',
    when: 'the answers suggest more',
    text: answered('⟦1⟧', [[idsOf(2), 'met']]),
    found: [
      info(
        `2.1: the criteria suggest 2, above the score of 1: ${two} of ${two} of level 2.`,
        `2.1：確認項目の回答からはスコア1より高い2が候補になります（レベル2は${two}件中${two}件）。`,
      ),
    ],
  },
  {
    rule: 'score-below-criteria',
    when: 'they suggest the score given, or less, or something below is still missing',
    text: answered('2', [
      [idsOf(2), 'met'],
      [idsOf(0, 'lack'), 'unmet'],
    ]),
  },
];

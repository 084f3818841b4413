/** What the rules find that compare a file with another version of it. */
import { warning, type Sample } from './sample';
import { yaml } from '../yaml';

const since = (baseline: string) => ({ surroundings: { baseline } });

export const changeSamples: readonly Sample[] = [
  {
    rule: 'assessment-deleted',
    when: 'an assessment is no longer there, whatever it said',
    text: '⟦⟧target: 3\nservices: { "1.1": 9, "1.2": 1 }\n',
    surroundings: { deletion: { name: 'main' } },
    found: [
      warning(
        'This assessment has been deleted; it still exists in main.',
        'このアセスメントは削除されています（mainには残っています）。',
      ),
    ],
  },
  {
    rule: 'assessment-deleted',
    when: 'it was moved to where nobody checks it, or could not be read',
    text: '⟦⟧services: [',
    surroundings: { deletion: { name: 'main', movedTo: 'archive/a.psirt.yaml' } },
    found: [
      warning(
        'This assessment has been moved to archive/a.psirt.yaml, outside the paths that are checked.',
        'このアセスメントは、チェックの対象外であるarchive/a.psirt.yamlに移されています。',
      ),
    ],
  },
  {
    rule: 'assessment-deleted',
    when: 'it is there, in whatever state',
    text: 'services: { "1.1": 9 }\n',
    ...since('services: { "1.1": 3 }\n'),
  },
  {
    rule: 'assessment-deleted',
    when: 'its last state has switched the rule off',
    text: 'rules: { assessment-deleted: off }\n',
    surroundings: { deletion: { name: 'main' } },
  },
  {
    rule: 'score-dropped',
    when: 'a score is lower, gone with its service or without it, or excluded',
    text: yaml`
      ⟦services⟧:
        "1.1": ⟦2⟧
        ⟦"1.2"⟧:
        "1.3": { excluded: ⟦Not ours⟧ }
        ⟦"1.4"⟧: { score: 1, excluded: }
    `,
    ...since('services: { "1.1": 3, "1.2": 0, "1.3": 1, "1.4": 1, "1.5": 2 }\n'),
    found: [
      warning('1.5 is no longer scored; its score is 2 in main.', '1.5のスコアがなくなっています（mainでは2）。'),
      warning('1.1: the score of 2 is lower than 3 in main.', '1.1：スコア2はmainの3より低くなっています。'),
      warning('1.2 is no longer scored; its score is 0 in main.', '1.2のスコアがなくなっています（mainでは0）。'),
      warning(
        '1.3 is excluded but has a score of 1 in main. It no longer counts in the averages.',
        '1.3は除外されましたが、mainではスコア1です。平均の対象から外れています。',
      ),
      warning(
        '1.4 is excluded but has a score of 1 in main. It no longer counts in the averages.',
        '1.4は除外されましたが、mainではスコア1です。平均の対象から外れています。',
      ),
    ],
  },
  {
    rule: 'score-dropped',
    when: 'scores are the same, higher or new, or an exclusion ended',
    text: 'services: { "1.1": 2, "1.2": 3, "1.3": 0, "1.4": 1 }\n',
    ...since('services: { "1.1": 2, "1.2": 2, "1.4": { excluded: x } }\n'),
  },
  { rule: 'score-dropped', when: 'there is nothing to compare with', text: 'services: { "1.1": 0 }\n' },
  {
    rule: 'score-dropped',
    when: 'the other version can not be read',
    text: 'services: { "1.1": 0 }\n',
    ...since('services: { "1.1": 5\n'),
  },
  {
    rule: 'score-dropped',
    when: 'this version can not be read',
    text: 'services: { "1.1": \n',
    ...since('services: { "1.1": 5 }\n'),
  },
  {
    rule: 'target-lowered',
    when: 'the target of the file, an area or a service is lower: where it is set, once',
    text: yaml`
      target: ⟦2⟧
      areas: { "1": { target: ⟦2.5⟧ } }
      services: { "1.1": 2, "2.1": { score: 1, target: ⟦1⟧ }, "2.2": 2 }
    `,
    ...since(yaml`
      target: 3
      areas: { "1": { target: 4 } }
      services: { "1.1": 2, "2.1": { score: 1, target: 4 } }
    `),
    found: [
      warning(
        'The target of 2 for the whole assessment is lower than 3 in main.',
        'アセスメント全体の目標2はmainの3より低くなっています。',
      ),
      warning(
        'Area 1: the target of 2.5 is lower than 4 in main.',
        'サービスエリア1：目標2.5はmainの4より低くなっています。',
      ),
      warning('2.1: the target of 1 is lower than 4 in main.', '2.1：目標1はmainの4より低くなっています。'),
    ],
  },
  {
    rule: 'target-lowered',
    when: 'a target of its own was taken away, at what it was for',
    text: yaml`
      ⟦services⟧:
        ⟦"1.1"⟧: 2
        ⟦"2.1"⟧: 2
    `,
    ...since(
      yaml`
        target: 3
        areas: { "1": { target: 5 } }
        services: { "1.1": { score: 2, target: 2 }, "2.1": { score: 2, target: 4 } }
      `,
    ),
    found: [
      warning(
        'The target of 2.5 for the whole assessment is lower than 3 in main.',
        'アセスメント全体の目標2.5はmainの3より低くなっています。',
      ),
      warning(
        'Area 1: the target of 2.5 is lower than 5 in main.',
        'サービスエリア1：目標2.5はmainの5より低くなっています。',
      ),
      warning('2.1: the target of 2.5 is lower than 4 in main.', '2.1：目標2.5はmainの4より低くなっています。'),
    ],
  },
  {
    rule: 'target-lowered',
    when: 'targets are the same or higher, or their service is excluded',
    text: 'target: 3\nservices: { "1.1": { excluded: x, target: 1 } }\n',
    ...since('target: 2\nservices: { "1.1": { excluded: x, target: 3 } }\n'),
  },
  {
    rule: 'raised-without-evidence',
    when: 'a score is higher and nothing is cited',
    text: yaml`
      services:
        "1.1": ⟦2⟧
        "1.2": { score: ⟦4⟧, evidence: [] }
        "1.3": { score: 4, evidence: [charter.md] }
    `,
    ...since('services: { "1.1": 1, "1.2": 3, "1.3": 3 }\n'),
    found: [
      warning(
        '1.1 has risen from 1 in main to 2 but cites no evidence.',
        '1.1のスコアはmainの1から2に上がりましたが、証跡がありません。',
      ),
      warning(
        '1.2 has risen from 3 in main to 4 but cites no evidence.',
        '1.2のスコアはmainの3から4に上がりましたが、証跡がありません。',
      ),
    ],
  },
  {
    rule: 'raised-without-evidence',
    when: 'scores are lower, new, or no longer excluded',
    text: 'services: { "1.1": 1, "1.2": 2, "1.3": 2 }\n',
    ...since('services: { "1.1": 2, "1.3": { excluded: x } }\n'),
  },
];

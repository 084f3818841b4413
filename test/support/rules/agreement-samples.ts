/** Samples of the rules about what several people agree on. */
import { parseAssessment } from '../../../src/assessment/parse';
import { contentDigest } from '../../../src/assessment/sign-off';
import { error, info, warning, type Sample } from './sample';
import { knownDocuments } from '../known-documents';
import { complete } from '../problems';
import { yaml } from '../yaml';

const old = `sha256-${'0'.repeat(64)}`;
const signed = (content: string) =>
  yaml`
    sign-off:
      - { by: Head of Product Security, on: 2026-11-20, content: ${content} }
  `;
const votes = (values: string, note = '') => yaml`
  services:
    "1.1": { score: 2, ⟦votes⟧: ${values}${note} }
`;
const individual = (path: string, assessors: string) =>
  yaml`
    individual-for: ${path}
    assessors: ${assessors}
    services:
      "1.1": 2
  `;
const individuals = knownDocuments({
  'gone.psirt.yaml': { exists: false },
  'qa.psirt.yaml': { exists: true, isIndividual: true },
  'router.psirt.yaml': { exists: true },
});
const unmarked = (text: string) => text.replace(/[⟦⟧]/g, '');

export const agreementSamples: readonly Sample[] = [
  {
    rule: 'changed-since-sign-off',
    when: 'the last sign-off is of another state',
    text: complete({}, signed(`⟦${old}⟧`)),
    found: [
      warning(
        'Changed since Head of Product Security signed it off on 2026-11-20.',
        'Head of Product Securityによる承認（2026-11-20）の後に変更されています。',
      ),
    ],
  },
  {
    rule: 'changed-since-sign-off',
    when: 'one of the sign-offs is of the present state',
    text: complete({}, signed(contentDigest(parseAssessment(complete({}))))),
  },
  { rule: 'changed-since-sign-off', when: 'nobody signed off, and nobody asks for it', text: complete({}) },
  {
    rule: 'invalid-individual',
    when: 'the path leads to no assessment',
    text: individual('⟦gone.psirt.yaml⟧', '[QA]'),
    surroundings: { documents: individuals },
    found: [
      error(
        'There is no assessment “gone.psirt.yaml” in the workspace that this scoring could belong to.',
        'この採点が属するアセスメント「gone.psirt.yaml」がワークスペースにありません。',
      ),
    ],
  },
  {
    rule: 'invalid-individual',
    when: 'the path names no assessment, or a page',
    text: individual('⟦README.md⟧', '[QA]'),
    found: [
      error(
        '“README.md” is no assessment: `individual-for` takes the path of a .psirt.yaml file.',
        '「README.md」はアセスメントではありません。`individual-for`には.psirt.yamlファイルのパスを書きます。',
      ),
    ],
  },
  {
    rule: 'invalid-individual',
    when: 'the path leads to an individual scoring, as itself or another one',
    text: individual('⟦qa.psirt.yaml⟧', '[QA]'),
    surroundings: { documents: individuals },
    found: [
      error(
        '“qa.psirt.yaml” is an individual scoring itself: `individual-for` takes the path of the assessment to agree on.',
        '「qa.psirt.yaml」自体が個人採点です。`individual-for`には、合意するアセスメントのパスを書きます。',
      ),
    ],
  },
  {
    rule: 'invalid-individual',
    when: 'two people are named',
    text: individual('router.psirt.yaml', '[QA, PSO]').replace('assessors', '⟦assessors⟧'),
    found: [
      error(
        'An individual scoring has one name in `assessors`: that of the person who scores.',
        '個人採点では、`assessors`に採点する人の名前を1つだけ書きます。',
      ),
    ],
  },
  {
    rule: 'invalid-individual',
    when: 'it belongs to an assessment, and has one assessor',
    text: individual('router.psirt.yaml', '[QA]'),
    surroundings: { documents: individuals },
  },
  { rule: 'invalid-individual', when: 'it is no individual scoring', text: complete({}, 'assessors: [QA, PSO]\n') },
  {
    rule: 'unresolved-disagreement',
    when: 'votes differ by two or more, and there is no note',
    text: votes('{ QA: 1, PSO: 3, Legal: 2 }', ', note: " "'),
    found: [
      info(
        '1.1: votes range from 1 to 3; a note should say how the score was agreed on.',
        '1.1：評価者のスコアが1から3まで分かれています。合意の経緯をメモに記してください。',
      ),
    ],
  },
  {
    rule: 'unresolved-disagreement',
    when: 'a note says how it was agreed on',
    text: unmarked(votes('{ QA: 1, PSO: 3 }', ', note: The charter counts.')),
  },
  { rule: 'unresolved-disagreement', when: 'votes are near each other', text: unmarked(votes('{ QA: 1, PSO: 2 }')) },
];

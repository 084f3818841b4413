/** Samples of the rules about what several people agree on. */
import { parseAssessment } from '../../../src/assessment/parse';
import { contentDigest } from '../../../src/assessment/sign-off';
import { info, warning, type Sample } from './sample';
import { complete } from './support';

const old = `sha256-${'0'.repeat(64)}`;
const signed = (content: string) =>
  `sign-off:\n  - { by: Head of Product Security, on: 2026-11-20, content: ${content} }\n`;
const votes = (values: string, note = '') => `services:\n  "1.1": { score: 2, ⟦votes⟧: ${values}${note} }\n`;
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
    rule: 'unresolved-disagreement',
    when: 'votes differ by two or more, and there is no note',
    text: votes('{ QA: 1, PSO: 3, Legal: 2 }', ', note: " "'),
    found: [
      info(
        '1.1: votes range from 1 to 3; a note should say how the score was agreed on.',
        '1.1：評価者のスコアが1から3まで分かれています。合意の経緯を備考に記してください。',
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

/** Samples of evidence whose files have changed. */
import { info, warning, type Sample } from './sample';
import { knownDocuments } from '../known-documents';
import { yaml } from '../yaml';

const digestOf = (digit: string): string => digit.repeat(64);

const documents = knownDocuments({
  'docs/audit.pdf': { exists: true, digest: digestOf('b') },
  'docs/charter.pdf': { exists: true },
  'docs/video.mp4': { exists: true, tooLarge: true },
});

export const changedSamples: readonly Sample[] = [
  {
    rule: 'evidence-changed',
    when: 'the content differs from the digest recorded for it, also at a criterion',
    text: yaml`
      services:
        "1.1":
          evidence:
            - { link: docs/audit.pdf, collected: 2026-06-30, sha256: ⟦${digestOf('a')}⟧ }
            - link: docs/audit.pdf#page=2
              sha256: ⟦"${digestOf('c')}"⟧
          criteria:
            3a: { evidence: [{ link: docs/audit.pdf, sha256: ⟦${digestOf('d')}⟧ }] }
    `,
    surroundings: { documents },
    found: [
      warning(
        '“docs/audit.pdf” has changed since it was collected on 2026-06-30. Check that it still supports the score.',
        '「docs/audit.pdf」は、2026-06-30に収集された後に変更されています。今もスコアを裏づけているか確かめてください。',
      ),
      warning(
        '“docs/audit.pdf” has changed since its digest was recorded. Check that it still supports the score.',
        '「docs/audit.pdf」は、ダイジェストの記録後に変更されています。今もスコアを裏づけているか確かめてください。',
      ),
      warning(
        '“docs/audit.pdf” has changed since its digest was recorded. Check that it still supports the score.',
        '「docs/audit.pdf」は、ダイジェストの記録後に変更されています。今もスコアを裏づけているか確かめてください。',
      ),
    ],
  },
  {
    rule: 'evidence-changed',
    when: 'the file is too large to be compared',
    text: yaml`
      services:
        "1.1":
          evidence: [{ link: docs/video.mp4, sha256: ⟦${digestOf('a')}⟧ }]
    `,
    surroundings: { documents },
    found: [
      info(
        '“docs/video.mp4” is larger than 20 MB, so it was not compared with its digest.',
        '「docs/video.mp4」は20 MBを超えるため、ダイジェストと比較していません。',
      ),
    ],
  },
  {
    rule: 'evidence-changed',
    when: 'the content is the same, no digest is recorded or none is known',
    text: yaml`
      services:
        "1.1":
          score: 3
          evidence:
            - { link: docs/audit.pdf, sha256: ${digestOf('B')} }
            - docs/audit.pdf
            - { link: docs/audit.pdf, sha256: }
            - { link: docs/charter.pdf, sha256: ${digestOf('a')} }
            - { link: https://example.com/, sha256: ${digestOf('a')} }
            - { link: other.md, sha256: ${digestOf('a')} }
    `,
    surroundings: { documents },
  },
];

/** Samples of the rules about exclusions, evidence, plans and dates; by the clock of the tests it is 2026-11-23. */
import { changedSamples } from './changed-samples';
import { info, warning, type Sample } from './sample';
import { knownDocuments } from '../known-documents';
import { complete } from '../problems';
import { yaml } from '../yaml';

const documents = knownDocuments({
  'docs/charter.md': { exists: true, headings: ['roles', '役割'] },
  'docs/charter.pdf': { exists: true },
  'docs/long.md': { exists: true, tooLong: true },
  'docs/gone.md': { exists: false },
});

export const evidenceSamples: readonly Sample[] = [
  {
    rule: 'missing-evidence',
    when: 'a score of 3 or more has none',
    text: yaml`
      services:
        "1.1": ⟦3⟧
        "1.2":
          score: ⟦5⟧
          evidence: []
    `,
    found: [
      info(
        '1.1 is scored 3 without evidence. From level 3 upwards, cite the document that supports the score.',
        '1.1はスコア3ですが、証跡がありません。レベル3以上では、根拠となる文書を証跡として示してください。',
      ),
      info(
        '1.2 is scored 5 without evidence. From level 3 upwards, cite the document that supports the score.',
        '1.2はスコア5ですが、証跡がありません。レベル3以上では、根拠となる文書を証跡として示してください。',
      ),
    ],
  },
  {
    rule: 'missing-evidence',
    when: 'more than three scores have none: one problem that names them',
    text: yaml`
      ⟦services⟧:
        "1.1": 3
        "1.2": 5
        "1.3": { score: 3, evidence: [e] }
        "2.1": 4
        "6.5": 3
    `,
    found: [
      info(
        '4 services are scored 3 or more without evidence: 1.1, 1.2, 2.1, 6.5. Cite the documents that support the scores.',
        'スコア3以上で証跡のないサービスが4件あります：1.1、1.2、2.1、6.5。根拠となる文書を証跡として示してください。',
      ),
    ],
  },
  {
    rule: 'missing-evidence',
    when: 'the score is lower, there is evidence, or the score does not count',
    text: 'services: { "1.1": 2, "1.2": { score: 3, evidence: [a] }, "1.3": { score: 4, excluded: x }, "6.3": 4 }\n',
  },
  {
    rule: 'missing-evidence',
    when: 'the evidence can not be read, which is said already',
    text: yaml`
      services:
        "1.1": { score: 3, evidence: { link: a.md } }
        "1.2": { score: 3, evidence: a.md }
        "1.3": { score: 3, evidence: [42] }
    `,
  },
  {
    rule: 'evidence-not-found',
    when: 'a document, or its heading, does not exist',
    text: complete({
      '1.1': yaml`
          "1.1":
            score: 3
            evidence:
              - ⟦docs/gone.md#roles⟧
              - link: ⟦"docs/charter.md#rules"⟧
      `,
    }),
    surroundings: { documents },
    found: [
      warning('“docs/gone.md” does not exist in this workspace.', '「docs/gone.md」はワークスペースに存在しません。'),
      warning('“docs/charter.md” has no heading “#rules”.', '「docs/charter.md」に見出し「#rules」がありません。'),
    ],
  },
  {
    rule: 'evidence-not-found',
    when: 'all is there, or can not be looked up',
    text: `services:
  "1.1":
    score: 3
    evidence:
      - docs/charter.md
      - docs/charter.md#roles
      - docs/charter.md#%E5%BD%B9%E5%89%B2
      - docs/charter.md#ROLES
      - docs/charter.md#user-content-roles
      - docs/charter.md#
      - docs/charter.md#top
      - docs/charter.md#L10-L20
      - docs/charter.pdf#page=3
      - https://example.com/#none
      - other.md#none
`,
    surroundings: { documents },
  },
  {
    rule: 'evidence-not-found',
    when: 'the document is too long to be searched',
    text: complete({
      '1.1': yaml`
          "1.1":
            score: 3
            evidence:
              - ⟦docs/long.md#roles⟧
      `,
    }),
    surroundings: { documents },
    found: [
      info(
        '“docs/long.md” is larger than 1 MB, so it was not searched for the heading.',
        '「docs/long.md」は1 MBを超えるため、見出しの有無を確認していません。',
      ),
    ],
  },
  {
    rule: 'evidence-not-found',
    when: 'nothing was looked up',
    text: 'services: { "1.1": { score: 3, evidence: [docs/gone.md] } }\n',
  },
  ...changedSamples,
  {
    rule: 'evidence-expired',
    when: 'its last day has passed',
    text: yaml`
      services:
        "1.1":
          score: 3
          evidence:
            - { link: audit.pdf, expires: ⟦2026-11-22⟧ }
            - { link: next.pdf, expires: 2026-11-23 }
    `,
    found: [
      warning(
        'The evidence “audit.pdf” was valid until 2026-11-22. Renew it, or score again.',
        '証跡「audit.pdf」の有効期限（2026-11-22）が過ぎています。更新するか、再採点してください。',
      ),
    ],
  },
  {
    rule: 'evidence-expired',
    when: 'it is the last day, or no day is given',
    text: 'services: { "1.1": { score: 3, evidence: [a, { link: b, expires: 2026-11-23 }] } }\n',
  },
  {
    rule: 'overdue-action',
    when: 'an action is past its day and not done',
    text: yaml`
      services:
        "1.1":
          score: 2
          plan:
            - { action: Publish the charter, due: ⟦2026-11-22⟧ }
            - { action: Train, due: ⟦2026-01-01⟧, done: false }
    `,
    found: [
      warning(
        '“Publish the charter” was due on 2026-11-22 and is not done.',
        '「Publish the charter」は期限（2026-11-22）を過ぎても完了していません。',
      ),
      warning(
        '“Train” was due on 2026-01-01 and is not done.',
        '「Train」は期限（2026-01-01）を過ぎても完了していません。',
      ),
    ],
  },
  {
    rule: 'overdue-action',
    when: 'it is the day, there is none, or the action is done',
    text: 'services: { "1.1": { plan: [{ action: a, due: 2026-11-23 }, { action: b }, { action: c, due: 2026-01-01, done: true }, { action: d, due: 2026-01-01, done: 2026-02-01 }] } }\n',
  },
  {
    rule: 'future-date',
    when: 'something is said to have happened on a day yet to come',
    text: yaml`
      assessed: ⟦2026-11-24⟧
      services:
        "1.1": { score: 3, evidence: [{ link: a, collected: ⟦2027-01-01⟧ }] }
    `,
    found: [
      warning('2026-11-24 is in the future (today is 2026-11-23).', '2026-11-24は未来の日付です（本日は2026-11-23）。'),
      warning('2027-01-01 is in the future (today is 2026-11-23).', '2027-01-01は未来の日付です（本日は2026-11-23）。'),
    ],
  },
  {
    rule: 'future-date',
    when: 'the day is today, or of something that is to come',
    text: yaml`
      assessed: 2026-11-23
      services: { "1.1": { evidence: [{ link: a, expires: 2030-01-01 }], plan: [{ action: b, due: 2030-01-01 }] } }
    `,
  },
  {
    rule: 'stale-assessment',
    when: 'it was scored more than six months ago',
    text: 'assessed: ⟦2026-05-22⟧\nservices: { "1.1": 2 }\n',
    found: [
      info(
        'Scored on 2026-05-22, more than six months ago. The sheet recommends scoring again every six to twelve months.',
        '採点日（2026-05-22）から6か月を超えています。成熟度シートは半年から1年ごとの再採点を勧めています。',
      ),
    ],
  },
  {
    rule: 'stale-assessment',
    when: 'it was scored more than twelve months ago',
    text: 'assessed: ⟦2025-11-22⟧\nservices: { "1.1": 2 }\n',
    found: [
      warning(
        'Scored on 2025-11-22, more than twelve months ago. It is time to score again.',
        '採点日（2025-11-22）から1年を超えています。再採点の時期です。',
      ),
    ],
  },
  {
    rule: 'stale-assessment',
    when: 'it was scored six months ago or less',
    text: 'assessed: 2026-05-23\nservices: { "1.1": 2 }\n',
  },
  {
    rule: 'stale-assessment',
    when: 'no day is given, or it lies in the future',
    text: 'assessed: 9999-12-31\nservices: { "1.1": 2 }\n',
  },
];

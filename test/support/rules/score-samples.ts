import en from '../../../src/sheet/wording.en.json';
import ja from '../../../src/sheet/wording.ja.json';
import { complete } from '../problems';
import { type Sample, warning } from './sample';
import { yaml } from '../yaml';

const [english, japanese] = [en.services, ja.services];

export const scoreSamples: readonly Sample[] = [
  {
    rule: 'missing-score',
    when: 'nothing is scored',
    text: yaml`
      sheet: psirt-maturity@1.0
      ⟦services⟧:
        "1.1":
    `,
    found: [
      warning(
        'Nothing is scored yet: 27 services have no score. For each, read the levels from 0 upwards and choose the nearest one.',
        'まだ採点されていません（対象27サービス）。サービスごとにレベル0から順に読み、最も近いレベルを指定してください。',
      ),
    ],
  },
  {
    rule: 'missing-score',
    when: 'services are absent: one problem that names them',
    text: complete({ '1.1': '', '4.3': '' }).replace('services', '⟦services⟧'),
    found: [
      warning(
        '2 services are neither scored nor excluded: 1.1 Internal stakeholders, 4.3 Incident handling.',
        'スコアも除外の指定もないサービスが2件あります：1.1 内部ステークホルダーとの連携、4.3 インシデントへの対処。',
      ),
    ],
  },
  {
    rule: 'missing-score',
    when: 'services are present but empty: each on its key',
    text: complete({ '1.1': '  ⟦"1.1"⟧:\n', '1.2': '  ⟦"1.2"⟧: { score: , note: later }\n' }),
    found: [
      warning(
        '1.1 Internal stakeholders has no score yet. Choose the nearest level (0 to 5), or exclude the service with a reason.',
        '1.1「内部ステークホルダーとの連携」は未採点です。最も近いレベル（0～5）を指定するか、理由を付けて除外してください。',
      ),
      warning(
        '1.2 Finder community has no score yet. Choose the nearest level (0 to 5), or exclude the service with a reason.',
        '1.2「発見者コミュニティとの関わり」は未採点です。最も近いレベル（0～5）を指定するか、理由を付けて除外してください。',
      ),
    ],
  },
  {
    rule: 'missing-score',
    when: 'more than three are missing: one problem, whether they are present or not',
    text: complete({
      '1.1': '',
      '1.2': '  "1.2":\n',
      '1.3': '  "1.3": { score: }\n',
      '1.4': '  "1.4": { note: later }\n',
    }).replace('services', '⟦services⟧'),
    found: [
      warning(
        '4 services are neither scored nor excluded: 1.1 Internal stakeholders, 1.2 Finder community, 1.3 Community and organisational engagement, 1.4 Downstream stakeholders.',
        `スコアも除外の指定もないサービスが4件あります：${(['1.1', '1.2', '1.3', '1.4'] as const).map((id) => `${id} ${japanese[id].title}`).join('、')}。`,
      ),
    ],
  },
  {
    rule: 'missing-score',
    when: 'every service is scored or excluded, 6.3 aside',
    text: complete({ '1.1': '  "1.1": { excluded: Not ours }\n', '1.2': '  "1.2": 0\n' }),
  },
  {
    rule: 'below-target',
    when: 'a score is below its target: by how much, and what the next level asks for',
    text: complete({
      '1.1': '  "1.1": ⟦1⟧\n',
      '1.2': '  "1.2": { score: ⟦3⟧, target: 3.7 }\n',
      '4.4': '  "4.4": ⟦0⟧\n',
    }),
    found: [
      warning(
        `1.1: score 1 is 1.5 below the target of 2.5. Level 2 asks for: ${english['1.1'].levels[2].summary}.`,
        `1.1：スコア1は目標2.5を1.5下回っています。レベル2の要件：${japanese['1.1'].levels[2].summary}。`,
      ),
      warning(
        `1.2: score 3 is 0.7 below the target of 3.7. Level 4 asks for: ${english['1.2'].levels[4].summary}.`,
        `1.2：スコア3は目標3.7を0.7下回っています。レベル4の要件：${japanese['1.2'].levels[4].summary}。`,
      ),
      warning(
        `4.4: score 0 is 2.5 below the target of 2.5. Level 4 asks for: ${english['4.4'].levels[4].summary}.`,
        `4.4：スコア0は目標2.5を2.5下回っています。レベル4の要件：${japanese['4.4'].levels[4].summary}。`,
      ),
    ],
  },
  {
    rule: 'below-target',
    when: 'there is no next level, it says the gap alone',
    text: 'services:\n  "5.2": { score: ⟦4⟧, target: 5 }\n',
    found: [warning('5.2: score 4 is 1 below the target of 5.', '5.2：スコア4は目標5を1下回っています。')],
  },
  {
    rule: 'below-target',
    when: 'the target is met exactly, exceeded, or the service is excluded',
    text: yaml`
      target: 3
      services: { "1.1": 3, "1.2": 4, "1.3": { score: 1, excluded: x } }
    `,
  },
  {
    rule: 'average-below-target',
    when: 'averages are below their targets: at the target that is written, with what they cover and hide',
    text: yaml`
      target: ⟦2.5⟧
      areas:
        "1": { target: ⟦3⟧ }
      services:
        "1.1": 2
        "1.2": 3
        ⟦"2.1"⟧: 2
        "2.2": { excluded: x }
    `,
    found: [
      warning(
        'The overall average of 2.33 (3 of 26 services scored, 1 excluded) is below the target of 2.5. The lowest score is 2; 2 services are below target.',
        '全体の平均2.33（26サービス中3件を採点、1件を除外）が目標2.5を下回っています。最低スコアは2、目標未達は2件です。',
      ),
      warning(
        'Area 1 Stakeholder ecosystem management: the average of 2.50 (2 of 7 services scored) is below the target of 3. The lowest score is 2; 1 service is below target.',
        'サービスエリア1「ステークホルダーエコシステムのマネジメント」の平均2.50（7サービス中2件を採点）が目標3を下回っています。最低スコアは2、目標未達は1件です。',
      ),
      warning(
        'Area 2 Vulnerability discovery: the average of 2.00 (1 of 4 services scored, 1 excluded) is below the target of 2.5. The lowest score is 2; 1 service is below target.',
        'サービスエリア2「脆弱性の発見」の平均2.00（4サービス中1件を採点、1件を除外）が目標2.5を下回っています。最低スコアは2、目標未達は1件です。',
      ),
    ],
  },
  {
    rule: 'average-below-target',
    when: 'an average meets its target exactly',
    text: 'services: { "1.1": 2, "1.2": 3 }\n',
  },
  {
    rule: 'average-below-target',
    when: 'an average meets a target it is rounded below',
    text: 'target: 2.333\nservices: { "1.1": 2, "1.2": 2, "1.3": 3 }\n',
  },
  {
    rule: 'average-below-target',
    when: 'an average is rounded up to its target, but is below it',
    text: yaml`
      areas: { "1": { target: ⟦2.67⟧ } }
      services: { "1.1": 2, "1.2": 3, "1.3": 3 }
    `,
    found: [
      warning(
        'Area 1 Stakeholder ecosystem management: the average of 2.667 (3 of 7 services scored) is below the target of 2.67. The lowest score is 2; 1 service is below target.',
        'サービスエリア1「ステークホルダーエコシステムのマネジメント」の平均2.667（7サービス中3件を採点）が目標2.67を下回っています。最低スコアは2、目標未達は1件です。',
      ),
    ],
  },
  {
    rule: 'average-below-target',
    when: 'nothing is scored: there is no average',
    text: 'target: 5\nservices: { "1.1": { excluded: x } }\n',
  },
  {
    rule: 'level-not-described',
    when: 'the sheet has no words for a score',
    text: yaml`
      services:
        "4.4": ⟦2⟧
        "5.4": { score: ⟦1⟧ }
        "5.2": ⟦5⟧
    `,
    found: [
      warning(
        'The sheet does not describe level 2 for 4.4. It describes levels 4 to 5. 0 stands for “not there yet”.',
        '成熟度シートには4.4のレベル2の記述がありません（記述があるのは4～5）。未到達の場合は0とします。',
      ),
      warning(
        'The sheet does not describe level 1 for 5.4. It describes levels 4 to 5. 0 stands for “not there yet”.',
        '成熟度シートには5.4のレベル1の記述がありません（記述があるのは4～5）。未到達の場合は0とします。',
      ),
      warning(
        'The sheet does not describe level 5 for 5.2. It describes levels 0 to 4.',
        '成熟度シートには5.2のレベル5の記述がありません（記述があるのは0～4）。',
      ),
    ],
  },
  {
    rule: 'level-not-described',
    when: 'a score is described, or 0 for “not there yet”',
    text: 'services: { "4.4": 0, "5.4": 4, "5.2": 4, "6.2": 0, "6.3": 3 }\n',
  },
  {
    rule: 'level-not-described',
    when: 'the service is excluded',
    text: 'services: { "4.4": { score: 2, excluded: x } }\n',
  },
  {
    rule: 'unreachable-target',
    when: 'a target is above what the sheet describes, at the target that is written',
    text: yaml`
      target: ⟦4.5⟧
      areas: { "6": { target: ⟦5⟧ } }
      services:
        "5.2": { score: 1, target: ⟦5⟧ }
        "1.1": { score: 1, target: 5 }
    `,
    found: [
      warning(
        '5.3 cannot reach the target of 4.5: the sheet ends at level 4 there.',
        '目標4.5は5.3では達成できません。成熟度シートの記述はレベル4までです。',
      ),
      warning(
        '6.2 cannot reach the target of 5: the sheet ends at level 4 there.',
        '目標5は6.2では達成できません。成熟度シートの記述はレベル4までです。',
      ),
      warning(
        '5.2 cannot reach the target of 5: the sheet ends at level 4 there.',
        '目標5は5.2では達成できません。成熟度シートの記述はレベル4までです。',
      ),
    ],
  },
  {
    rule: 'unreachable-target',
    when: 'targets can be reached, or the service is excluded',
    text: yaml`
      target: 4
      services: { "1.1": { target: 5 }, "5.2": { target: 5, excluded: x }, "6.3": { target: 5 } }
    `,
  },
];

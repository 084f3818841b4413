/** What each rule finds, marked `⟦…⟧` in the text in the order of the text, with its message in both languages; and what it leaves alone. */
import type { RuleId } from '../../../src/assessment/model';
import type { Severity } from '../../../src/rules/rule';
import en from '../../../src/sheet/wording.en.json';
import ja from '../../../src/sheet/wording.ja.json';
import { complete, type Surroundings } from './support';

export interface Found {
  readonly severity: Severity;
  readonly en: string;
  readonly ja: string;
}
export interface Sample {
  readonly rule: RuleId;
  readonly when: string;
  readonly text: string;
  readonly found?: readonly Found[];
  readonly surroundings?: Surroundings;
}

const error = (en: string, ja: string): Found => ({ severity: 'error', en, ja });
const warning = (en: string, ja: string): Found => ({ severity: 'warning', en, ja });
const info = (en: string, ja: string): Found => ({ severity: 'info', en, ja });

const [english, japanese] = [en.services, ja.services];

export const textSamples: readonly Sample[] = [
  {
    rule: 'yaml-syntax',
    when: 'a line is indented by a tab',
    text: 'services:\n⟦\t⟧"1.1": 2\n',
    found: [
      error(
        'YAML does not allow tabs for indentation. Use spaces.',
        'YAMLではインデントにタブを使えません。空白を使ってください。',
      ),
    ],
  },
  {
    rule: 'yaml-syntax',
    when: 'there are several documents in one file',
    text: 'services: { "1.1": 2 }\n⟦---⟧\nservices: { "1.1": 3 }\n',
    found: [
      error(
        'A file holds one assessment: remove “---” and what follows it, or move that to a file of its own.',
        '1つのファイルに書けるアセスメントは1つです。「---」以降を削除するか、別のファイルに移してください。',
      ),
    ],
  },
  {
    rule: 'yaml-syntax',
    when: 'the one document is framed by --- and ...',
    text: '---\nservices: { "1.1": 2 }\n...\n',
  },
  {
    rule: 'invalid-value',
    when: 'scores are not whole numbers from 0 to 5',
    text: 'services:\n  "1.1": ⟦6⟧\n  "1.2": ⟦2.5⟧\n  "1.3": { score: ⟦"3"⟧ }\n  "1.4": 0\n  "1.5": 5\n',
    found: [
      error(
        'A score is a whole number from 0 to 5, not “6”.',
        'スコアは0～5の整数で指定してください（現在の値は「6」）。',
      ),
      error(
        'A score is a whole number from 0 to 5, not “2.5”.',
        'スコアは0～5の整数で指定してください（現在の値は「2.5」）。',
      ),
      error(
        'A score is a whole number from 0 to 5, not “3”.',
        'スコアは0～5の整数で指定してください（現在の値は「3」）。',
      ),
    ],
  },
  {
    rule: 'invalid-value',
    when: 'a date does not exist',
    text: 'assessed: ⟦2026-02-29⟧\nservices: { "1.1": 2 }\n',
    found: [
      error(
        'A date is written YYYY-MM-DD and must exist in the calendar; “2026-02-29” does not.',
        '日付は YYYY-MM-DD の形式で、実在する日を指定してください（現在の値は「2026-02-29」）。',
      ),
    ],
  },
  {
    rule: 'invalid-value',
    when: 'a key is mistyped',
    text: 'services:\n  "1.1":\n    score: 2\n    ⟦evidense⟧: [a.md]\n',
    found: [
      error(
        '“evidense” is not a valid key here. Did you mean “evidence”?',
        '「evidense」はここで使えるキーではありません。「evidence」の誤りではありませんか。',
      ),
    ],
  },
  {
    rule: 'invalid-value',
    when: 'a key is like none there is',
    text: 'services: { "1.1": 2 }\nareas:\n  "1": { ⟦colour⟧: 3 }\n',
    found: [
      error(
        '“colour” is not a valid key here. Valid keys: target, note.',
        '「colour」はここで使えるキーではありません。使えるキー：target, note',
      ),
    ],
  },
  {
    rule: 'invalid-value',
    when: 'all values are as they should be',
    text: complete({}, 'assessed: 2024-02-29\ntarget: 0\n'),
  },
  {
    rule: 'unknown-service',
    when: 'the sheet has no such id',
    text: 'services:\n  ⟦"1.10"⟧: 2\n  ⟦7.1⟧: 2\n',
    found: [
      error(
        'The maturity sheet has no service “1.10”. Its services are 1.1 to 6.5.',
        '成熟度シートに「1.10」というサービスはありません（サービスは1.1～6.5）。',
      ),
      error(
        'The maturity sheet has no service “7.1”. Its services are 1.1 to 6.5.',
        '成熟度シートに「7.1」というサービスはありません（サービスは1.1～6.5）。',
      ),
    ],
  },
  {
    rule: 'unknown-service',
    when: 'an id is written another way',
    text: 'services: { ⟦"1,1"⟧: 2, ⟦"２．３"⟧: 2, ⟦"04.01"⟧: 2 }\n',
    found: [
      error(
        'The maturity sheet has no service “1,1”. Did you mean “1.1”?',
        '成熟度シートに「1,1」というサービスはありません。「1.1」の誤りではありませんか。',
      ),
      error(
        'The maturity sheet has no service “２．３”. Did you mean “2.3”?',
        '成熟度シートに「２．３」というサービスはありません。「2.3」の誤りではありませんか。',
      ),
      error(
        'The maturity sheet has no service “04.01”. Did you mean “4.1”?',
        '成熟度シートに「04.01」というサービスはありません。「4.1」の誤りではありませんか。',
      ),
    ],
  },
  {
    rule: 'unknown-service',
    when: 'all ids are the sheet’s, 6.3 included',
    text: complete({ '6.2': '  "6.2": 2\n  "6.3":\n' }),
  },
  {
    rule: 'duplicate-service',
    when: 'a service is given twice, quoted or not',
    text: 'services:\n  "1.1": 2\n  # again\n  ⟦1.1⟧: 3\n  ⟦\'1.1\'⟧: 4\n',
    found: [
      error(
        '1.1 already appears on line 2. That one counts; this one is ignored.',
        '1.1は既に2行目にあります。有効なのはそちらで、この行は無視されます。',
      ),
      error(
        '1.1 already appears on line 2. That one counts; this one is ignored.',
        '1.1は既に2行目にあります。有効なのはそちらで、この行は無視されます。',
      ),
    ],
  },
  { rule: 'duplicate-service', when: 'ids only look alike', text: 'services: { "1.1": 2, "1.10": 2 }\n' },
  {
    rule: 'unsupported-sheet',
    when: 'the sheet or its version is not known',
    text: 'sheet: ⟦psirt-maturity@2.0⟧\nservices: { "1.1": 2 }\n',
    found: [
      error(
        'The sheet “psirt-maturity@2.0” is unknown. This version supports psirt-maturity@1.0.',
        '「psirt-maturity@2.0」は未知の成熟度シートです。このバージョンで扱えるのはpsirt-maturity@1.0です。',
      ),
    ],
  },
  {
    rule: 'unsupported-sheet',
    when: 'no sheet is named',
    text: '# Router\n⟦subject⟧: Router\nservices: { "1.1": 2 }\n',
    found: [
      info(
        'The file does not name the sheet it follows; psirt-maturity@1.0 is assumed.',
        '準拠する成熟度シートの指定がないため、psirt-maturity@1.0とみなします。',
      ),
    ],
  },
  {
    rule: 'unsupported-sheet',
    when: 'the sheet is ours',
    text: 'sheet: \'psirt-maturity@1.0\'\nservices: { "1.1": 2 }\n',
  },
  {
    rule: 'unsupported-sheet',
    when: 'the key is mistyped, which is said already',
    text: 'sheets: psirt-maturity@1.0\nservices: { "1.1": 2 }\n',
  },
  {
    rule: 'invalid-wording',
    when: 'the wording file it names does not exist',
    text: 'sheet: psirt-maturity@1.0\nwording: ⟦ours.psirt-wording.yaml⟧\nservices: { "1.1": 2 }\n',
    surroundings: { wordingTrouble: { key: 'wording.not-found', parameters: { path: 'ours.psirt-wording.yaml' } } },
    found: [
      warning(
        'There is no wording file “ours.psirt-wording.yaml”.',
        '文言ファイル「ours.psirt-wording.yaml」がありません。',
      ),
    ],
  },
  {
    rule: 'invalid-wording',
    when: 'the one that lies beside it has errors',
    text: '⟦sheet⟧: psirt-maturity@1.0\nservices: { "1.1": 2 }\n',
    surroundings: {
      wordingTrouble: { key: 'wording.has-errors', parameters: { path: 'sheet.psirt-wording.yaml', count: 2 } },
    },
    found: [
      warning(
        'The wording file “sheet.psirt-wording.yaml” has errors (2); the parts with errors are not used.',
        '文言ファイル「sheet.psirt-wording.yaml」に2件のエラーがあります。誤りのある箇所は使われません。',
      ),
    ],
  },
  {
    rule: 'invalid-wording',
    when: 'the file it names can be used',
    text: 'wording: ours.psirt-wording.yaml\nservices: { "1.1": 2 }\n',
  },
  {
    rule: 'unquoted-service',
    when: 'ids are bare: one problem for all of them, at the first',
    text: 'areas:\n  "1": { target: 3 }\n  ⟦2⟧: { target: 3 }\nservices:\n  1.1: 2\n  "1.2": 2\n  1.3: 2\n',
    found: [
      info(
        'Put quotes around 3 IDs: many YAML tools read 2 as a number.',
        'ID（3件）を引用符で囲んでください。2は多くのYAMLツールで数値と解釈されます。',
      ),
    ],
  },
  {
    rule: 'unquoted-service',
    when: 'ids have quotes of either kind',
    text: 'areas: { "1": { target: 3 } }\nservices: { "1.1": 2, \'1.2\': 2 }\n',
  },
];

export const scoreSamples: readonly Sample[] = [
  {
    rule: 'missing-score',
    when: 'nothing is scored',
    text: 'sheet: psirt-maturity@1.0\n⟦services⟧:\n  "1.1":\n',
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
    text: 'target: 3\nservices: { "1.1": 3, "1.2": 4, "1.3": { score: 1, excluded: x } }\n',
  },
  {
    rule: 'average-below-target',
    when: 'averages are below their targets: at the target that is written, with what they cover and hide',
    text: 'target: ⟦2.5⟧\nareas:\n  "1": { target: ⟦3⟧ }\nservices:\n  "1.1": 2\n  "1.2": 3\n  ⟦"2.1"⟧: 2\n  "2.2": { excluded: x }\n',
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
    text: 'areas: { "1": { target: ⟦2.67⟧ } }\nservices: { "1.1": 2, "1.2": 3, "1.3": 3 }\n',
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
    text: 'services:\n  "4.4": ⟦2⟧\n  "5.4": { score: ⟦1⟧ }\n  "5.2": ⟦5⟧\n',
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
    text: 'target: ⟦4.5⟧\nareas: { "6": { target: ⟦5⟧ } }\nservices:\n  "5.2": { score: 1, target: ⟦5⟧ }\n  "1.1": { score: 1, target: 5 }\n',
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
    text: 'target: 4\nservices: { "1.1": { target: 5 }, "5.2": { target: 5, excluded: x }, "6.3": { target: 5 } }\n',
  },
];

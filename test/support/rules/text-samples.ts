import { complete } from '../problems';
import { type Sample, error, warning, info } from './sample';
import { yaml } from '../yaml';

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
    text: yaml`
      services: { "1.1": 2 }
      ⟦---⟧
      services: { "1.1": 3 }
    `,
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
    text: yaml`
      ---
      services: { "1.1": 2 }
      ...
    `,
  },
  {
    rule: 'invalid-value',
    when: 'scores are not whole numbers from 0 to 5',
    text: yaml`
      services:
        "1.1": ⟦6⟧
        "1.2": ⟦2.5⟧
        "1.3": { score: ⟦"3"⟧ }
        "1.4": 0
        "1.5": 5
    `,
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
    text: yaml`
      services:
        "1.1":
          score: 2
          ⟦evidense⟧: [a.md]
    `,
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
    text: yaml`
      services: { "1.1": 2 }
      areas:
        "1": { ⟦colour⟧: 3 }
    `,
    found: [
      error(
        '“colour” is not a valid key here. Valid keys: target, note, responder.',
        '「colour」はここで使えるキーではありません。使えるキー：target, note, responder',
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
    text: yaml`
      services:
        ⟦"1.10"⟧: 2
        ⟦7.1⟧: 2
    `,
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
    text: yaml`
      services:
        "1.1": 2
        # again
        ⟦1.1⟧: 3
        ⟦'1.1'⟧: 4
    `,
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
    text: yaml`
      # Router
      ⟦subject⟧: Router
      services: { "1.1": 2 }
    `,
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
    text: yaml`
      sheet: psirt-maturity@1.0
      wording: ⟦ours.psirt-wording.yaml⟧
      services: { "1.1": 2 }
    `,
    surroundings: { overlayTrouble: { key: 'wording.not-found', parameters: { path: 'ours.psirt-wording.yaml' } } },
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
      overlayTrouble: { key: 'wording.has-errors', parameters: { path: 'sheet.psirt-wording.yaml', count: 2 } },
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
    text: yaml`
      areas:
        "1": { target: 3 }
        ⟦2⟧: { target: 3 }
      services:
        1.1: 2
        "1.2": 2
        1.3: 2
    `,
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
    text: yaml`
      areas: { "1": { target: 3 } }
      services: { "1.1": 2, '1.2': 2 }
    `,
  },
];

import { warning, type Sample } from './sample';
import { yaml } from '../yaml';

export const exclusionSamples: readonly Sample[] = [
  {
    rule: 'excluded-without-reason',
    when: 'no reason is given',
    text: yaml`
      services:
        "1.1":
          ⟦excluded⟧:
        "1.2": { excluded: ⟦true⟧ }
        "1.3": { excluded: ⟦""⟧ }
        "1.4": { excluded: ⟦" "⟧ }
    `,
    found: ['1.1', '1.2', '1.3', '1.4'].map((id) =>
      warning(
        `${id} is excluded without a reason. State why its objective is outside the scope of your operations.`,
        `${id}は理由なしに除外されています。目的が業務の範囲外である理由を書いてください。`,
      ),
    ),
  },
  {
    rule: 'excluded-without-reason',
    when: 'the reason is given',
    text: 'services: { "1.1": { excluded: Ships no components }, "1.2": 1 }\n',
  },
  {
    rule: 'excluded-with-score',
    when: 'a service is both excluded and scored',
    text: yaml`
      services:
        "1.1":
          excluded: Not ours
          score: ⟦2⟧
    `,
    found: [
      warning(
        '1.1 is excluded, so its score of 2 does not count. Remove one of the two.',
        '1.1は除外されているため、スコア2は集計されません。どちらかを削除してください。',
      ),
    ],
  },
  {
    rule: 'excluded-with-score',
    when: 'the score is left empty',
    text: 'services: { "1.1": { score: , excluded: Not ours } }\n',
  },
  {
    rule: 'out-of-scope-service',
    when: '6.3 is scored',
    text: 'services:\n  "6.3": ⟦3⟧\n',
    found: [
      warning(
        'The sheet declares 6.3 out of scope: its score is not included in any average.',
        '6.3は成熟度シートで対象外とされているため、スコアは平均に含めません。',
      ),
    ],
  },
  {
    rule: 'out-of-scope-service',
    when: '6.3 is present without a score',
    text: 'services: { "6.3": { note: nothing to say }, "6.2": 3 }\n',
  },
];

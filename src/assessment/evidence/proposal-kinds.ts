/** The kinds of files and sections that are evidence of services, and how each is recognised. */

/** A service, or one of its criteria. */
export type Supported = readonly [service: string, criterion?: string];

/** What each kind shows, as far as a file can. */
export const proposalKinds = {
  'security-policy': [
    ['2.1', '2c'],
    ['3.2', '3g'],
  ],
  'security-txt': [['2.1', '2c']],
  'encryption-key': [['2.1', '3g']],
  reporting: [['2.1', '2d']],
  'response-times': [['2.1', '4a']],
  contact: [['2.1', '2a']],
  'csaf-provider': [['5.3', '2b']],
  'csaf-advisory': [['5.3'], ['4.2', '2a']],
  advisory: [['5.3']],
  'advisory-credit': [['1.6', '2a']],
  'release-notes': [['5.3']],
  'release-notes-credit': [['1.6', '2b']],
  bounty: [['1.6', '3b']],
  disclosure: [['5.3', '3c']],
  coordination: [['5.2']],
  sbom: [['2.3']],
  updates: [['2.3', '2a']],
  inventory: [['2.3', '3a']],
  monitoring: [['2.3', '3b']],
  testing: [['2.4', '3a']],
  severity: [['3.1', '3f']],
  releases: [['4.1', '3a']],
  remedies: [['4.2']],
  incidents: [['4.3']],
  support: [['1.4', '3c']],
  owners: [['1.1']],
  roles: [['1.1', '3a']],
  'team-training': [['6.1']],
  'developer-training': [['6.2']],
} as const satisfies Readonly<Record<string, readonly Supported[]>>;
export type ProposalKind = keyof typeof proposalKinds;

/** How headings name a policy or procedure. */
interface HeadingPattern {
  readonly kind: ProposalKind;
  /** A heading names it where all expressions of one of these match. */
  readonly names: readonly (readonly RegExp[])[];
  /** The heading alone may be about anything: it counts in documents about security only. */
  readonly inSecurity?: true;
}

/** What headings name, in English and Japanese. */
export const headingPatterns: readonly HeadingPattern[] = [
  {
    kind: 'reporting',
    names: [
      [/\breport(?:ing)?\b/i, /vulnerabilit|security/i],
      [/脆弱性|セキュリティ/, /報告(?!書)|届出/],
    ],
  },
  {
    kind: 'response-times',
    names: [[/\bresponse times?\b|\bSLAs?\b/i], [/対応|回答|応答/, /期限|時間|目標/]],
    inSecurity: true,
  },
  {
    kind: 'contact',
    names: [
      [/\bPSIRT\b|\bsecurity\b/i, /\bcontact/i],
      [/PSIRT|脆弱性/, /窓口|連絡先/],
    ],
  },
  {
    kind: 'disclosure',
    names: [
      [/\bdisclosure\b/i, /policy|process|timeline/i],
      [/脆弱性|アドバイザリ/, /開示|公表|公開/],
    ],
  },
  {
    kind: 'coordination',
    names: [[/coordinat(?:ed|ion)\b/i, /disclosure|vendor|party/i], [/\bCNA\b|調整機関/], [/協調/, /開示/]],
  },
  {
    kind: 'bounty',
    names: [[/\bbug bount(?:y|ies)|\breward programme?\b|バグバウンティ/i], [/報告者|発見者|バグ/, /報奨/]],
  },
  {
    kind: 'advisory-credit',
    names: [[/\bhall of fame|\backnowledg(?:e?ments?|ing)\b|\bcredits?\b|謝辞/i]],
    inSecurity: true,
  },
  {
    kind: 'inventory',
    names: [
      [/\b(?:component|dependency) inventory|\bbills? of materials|\bSBOMs?\b/i],
      [/部品|コンポーネント/, /一覧|台帳/],
    ],
  },
  {
    kind: 'monitoring',
    names: [
      [/\bmonitor|vulnerabilit/i, /component|dependenc|third[- ]party/i],
      [/部品|コンポーネント|依存/, /監視|脆弱性/],
    ],
  },
  {
    kind: 'testing',
    names: [[/\bpenetration test|\bsecurity test|\bfuzz(?:ing)?\b|脆弱性(?:診断|検査)|ペネトレーション/i]],
  },
  {
    kind: 'severity',
    names: [[/\bbug bar\b|\bquality gate|\bseverit(?:y|ies)\b|\bCVSS\b|深刻度|重大度|バグバー/i]],
    inSecurity: true,
  },
  {
    kind: 'releases',
    names: [
      [/\bsecurity (?:patch(?:es)?|releases?|updates?)\b/i, /schedul|plan|process|cycle/i],
      [/パッチ|セキュリティ更新/, /計画|提供|リリース/],
    ],
  },
  {
    kind: 'remedies',
    names: [[/\bworkarounds?\b|\bmitigations?\b|\bremediation\b|回避策|緩和策/i]],
    inSecurity: true,
  },
  {
    kind: 'incidents',
    names: [[/\bincident (?:response|handling|management)|インシデント(?:対応|管理|ハンドリング)/i]],
  },
  {
    kind: 'support',
    names: [
      [/\bsupported versions?\b|\bsupport (?:period|lifecycle)|\bend[- ]of[- ](?:life|support)/i],
      [/サポート(?:期間|対象|終了)/],
    ],
  },
  {
    kind: 'roles',
    names: [[/\broles?\b|\bresponsibilit(?:y|ies)\b|\bcharter\b|役割|責任|体制|憲章/i]],
    inSecurity: true,
  },
  { kind: 'team-training', names: [[/\bPSIRT/i, /\btraining|教育|研修|訓練/i]] },
  {
    kind: 'developer-training',
    names: [
      [/\bsecure|\bdevelop/i, /\btraining/i],
      [/開発/, /教育|研修|訓練/],
    ],
  },
];

/** Whether a heading names a policy or procedure. */
export function isNamedBy(title: string, { names }: HeadingPattern): boolean {
  return names.some((parts) => parts.every((part) => part.test(title)));
}

/** Whether a document is about product security, by its path or its title. */
export function isAboutSecurity(path: string, title: string): boolean {
  return /secur|psirt|vulnerab|disclosure|脆弱性|セキュリティ/i.test(`${path} ${title}`);
}

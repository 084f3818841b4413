/** Valid assessment files in random layouts, as people and tools write them. */
import fc from 'fast-check';
import { serviceIds } from '../../src/sheet/sheet';
import { Choices } from './random-choices';
import { yaml } from './yaml';
import { type Layout, layouts } from './random-layout';

export interface RandomFile {
  readonly text: string;
  /** No anchors, aliases, merge keys or tags: nothing an edit may be refused for. */
  readonly ordinary: boolean;
}

const texts = [
  'plain text',
  '"quoted: text # no comment"',
  "'it''s'",
  'text with {braces} and, commas',
  '端末 😀',
  'https://example.com/a#b',
  '"a\\nb"',
  "'# no comment'",
];

const flowTexts = ['plain text', '"quoted: text # no comment, {x}"', "'it''s'", '端末', 'docs/a.md#b'];

class Writer {
  private readonly lines: string[] = [];
  private readonly anchored: string[] = [];

  constructor(
    private readonly layout: Layout,
    private readonly pick: Choices,
  ) {}

  file(ids: readonly string[]): string {
    const { layout, pick } = this;
    if (layout.start) this.lines.push('---');
    const parts = [() => this.head(), () => this.services(ids), () => this.rules()];
    for (const part of pick.chance(80) ? parts : pick.shuffled(parts)) part();
    if (pick.chance(20)) this.lines.push(pick.comment());
    if (layout.end) this.lines.push('...');
    const text = this.lines.join('\n') + (layout.finalNewline ? '\n' : '');
    return (layout.bom ? '\ufeff' : '') + text.replaceAll('\n', layout.eol);
  }

  private head(): void {
    const { pick } = this;
    const lines = [
      ['sheet: psirt-maturity@1.0', '"sheet": "psirt-maturity@1.0"'],
      [
        `subject: ${pick.of(...texts)}`,
        yaml`
          subject: >-
            folded
            text`,
        'subject: |\n  literal # text\n',
      ],
      ['assessed: 2026-11-20', "assessed: '2026-11-20'"],
      [
        'assessors: [PSO, "a, b"]',
        yaml`
          assessors:
            - PSO
            - Firmware`,
        'assessors: []',
      ],
      ['target: 2.5', 'target: 3', 'target : 0'],
      [
        'areas:\n  "1": { target: 3 }',
        'areas: {"2": {target: 4}}',
        yaml`
          areas:
            1:
              target: 2
              note: x`,
        'areas:',
      ],
    ];
    for (const options of pick.shuffled(lines)) {
      if (pick.chance(30)) continue;
      const line = pick.of(...options);
      this.lines.push(...pick.above(''), line.includes('\n') ? line : line + pick.behind());
    }
  }

  private rules(): void {
    if (this.pick.chance(50))
      this.lines.push(
        ...this.pick.above(''),
        this.pick.of('rules:\n  missing-evidence: off', 'rules: { below-target: info }'),
      );
  }

  private services(ids: readonly string[]): void {
    const { layout, pick } = this;
    if (ids.length === 0) {
      if (pick.chance(60))
        this.lines.push(`services:${pick.of('', '', ' {}', ' null', ' ~')}${pick.behind()}`, ...this.headings('', '9'));
      return;
    }
    if (layout.flow !== 'no') return this.flowServices(ids);
    this.lines.push(...pick.above(''), `services:${pick.behind()}`);
    let area = '';
    for (const id of ids) {
      this.lines.push(...this.headings(area, id));
      area = id.charAt(0);
      this.lines.push(...pick.above(layout.unit));
      this.service(id);
    }
    this.lines.push(...this.headings(area, '9'));
  }

  /** The headings of the areas after one, up to that of an id. */
  private headings(after: string, id: string): string[] {
    if (!this.layout.headings || this.layout.order !== 'sheet' || this.layout.flow !== 'no') return [];
    const due = ['1', '2', '3', '4', '5', '6'].filter((area) => area > after && area <= id.charAt(0));
    return due.flatMap((area) => ['', `${this.layout.unit}# ${area} ${this.pick.comment()}`]);
  }

  private key(id: string): string {
    const key = this.pick.of(`"${id}"`, `"${id}"`, `'${id}'`, id);
    return `${key}${this.pick.chance(5) ? ' ' : ''}:`;
  }

  private flowServices(ids: readonly string[]): void {
    const { pick, layout } = this;
    const pairs = ids.map((id) => `${this.key(id)} ${this.flowValue()}`);
    const comma = pick.chance(20) ? ',' : '';
    if (layout.flow === 'line')
      return void this.lines.push(
        `services: {${pick.of('', ' ')}${pairs.join(', ')}${comma}${pick.of('', ' ')}}${pick.behind()}`,
      );
    const rows = pairs.map(
      (pair, index) => `${layout.unit}${pair}${index < pairs.length - 1 ? ',' : comma}${pick.behind()}`,
    );
    this.lines.push(`services: {${pick.behind()}`, ...rows, '}');
  }

  private flowValue(): string {
    const { pick } = this;
    return pick.chance(50) ? String(pick.next(6)) : this.flowMap();
  }

  private flowMap(): string {
    const { pick } = this;
    if (pick.chance(8)) return pick.of('{}', '{ }');
    const score = pick.of(`score: ${pick.next(6)}`, `"score": ${pick.next(6)}`, 'score: ', 'score: null');
    const state = pick.of(
      [score],
      [score],
      [`excluded: ${pick.of(...flowTexts)}`],
      [score, `excluded: ${pick.of(...flowTexts)}`],
      [],
    );
    const rest = [`note: ${pick.of(...flowTexts)}`, `target: ${pick.next(6)}`, 'evidence: [a.md, {link: b.md}]'].filter(
      () => pick.chance(30),
    );
    const pairs = pick.shuffled([...state, ...rest]);
    return pairs.length === 0
      ? '{}'
      : `{${pick.of('', ' ')}${pairs.join(pick.of(', ', ','))}${pick.of('', ' ', ', ')}}`;
  }

  private service(id: string): void {
    const { pick, layout, lines } = this;
    const key = layout.unit + this.key(id);
    if (layout.anchors && pick.chance(40)) return this.special(id, key);
    switch (pick.next(8)) {
      case 0:
      case 1:
        return void lines.push(`${key}${pick.of(' ', '   ', '\t')}${pick.next(6)}${pick.behind()}`);
      case 2:
        return void lines.push(`${key}${pick.of('', '', ' ~', ' null')}${pick.behind()}`);
      case 3:
        return void lines.push(`${key} ${this.flowMap()}${pick.behind()}`);
      case 4:
        return void lines.push(
          `${key} {`,
          `${layout.unit.repeat(2)}score: ${pick.next(6)},${pick.behind()}`,
          `${layout.unit.repeat(2)}note: x${pick.behind()}`,
          `${layout.unit}}`,
        );
      default:
        return this.longForm(key);
    }
  }

  private special(id: string, key: string): void {
    const { pick, lines } = this;
    const name = `s${id.replace('.', '_')}`;
    const known = this.anchored.length ? pick.of(...this.anchored) : undefined;
    if (known && pick.chance(50))
      return void lines.push(
        pick.of(
          `${key} *${known}`,
          `${key} { <<: *${known}, target: 2 }`,
          yaml`
            ${key}
            ${this.layout.unit.repeat(2)}<<: *${known}
            ${this.layout.unit.repeat(2)}note: own`,
        ),
      );
    if (pick.chance(70)) this.anchored.push(name);
    const anchor = this.anchored.includes(name) ? `&${name} ` : '';
    lines.push(
      `${key} ${anchor}${pick.of('{ score: 2, note: x }', '{ excluded: why }', `{ score: ${anchor ? '' : '!!int '}3 }`)}${pick.behind()}`,
    );
  }

  private longForm(key: string): void {
    const { pick, layout, lines } = this;
    const indent = layout.unit.repeat(2);
    lines.push(`${key}${pick.behind()}`);
    const score = pick.of(
      `score: ${pick.next(6)}`,
      `score:   ${pick.next(6)}`,
      'score:',
      'score: ~',
      `"score": ${pick.next(6)}`,
    );
    const excluded = pick.of(
      `excluded: ${pick.of(...texts)}`,
      yaml`
        excluded: |
          literal # reason
          of two lines`,
      'excluded: >-\n  folded',
      'excluded:',
      'excluded: true',
      'excluded: "two\n  lines"',
    );
    const rest = [
      `target: ${pick.next(6)}`,
      `note: ${pick.of(...texts)}`,
      pick.of(
        yaml`
          note: |
            literal # note

            - "1.1": 3`,
        'note: >\n  folded',
        'note: |2\n   deeper',
      ),
      pick.of(
        yaml`
          evidence:
            - a.md
            - link: b.md
              collected: 2026-10-01`,
        'evidence: [a.md, b.md]',
        'evidence:\n- a.md',
      ),
      pick.of('plan:\n  - { action: Publish, due: 2027-03-31 }', 'plan: []'),
    ].filter(
      (part, index, parts) =>
        pick.chance(30) && !parts.slice(0, index).some((other) => other.startsWith('note') && part.startsWith('note')),
    );
    const unique = rest.filter(
      (part, index) => rest.findIndex((other) => other.split(':')[0] === part.split(':')[0]) === index,
    );
    const state = pick.of([score], [score], [score], [excluded], [excluded], [score, excluded], []);
    const parts = pick.chance(70) ? [...state, ...unique] : pick.shuffled([...state, ...unique]);
    if (parts.length === 0) parts.push('target: 3');
    for (const part of parts) {
      const written = part
        .split('\n')
        .map((line) => (line ? indent + line : line))
        .join('\n');
      lines.push(...pick.above(indent), part.includes('\n') ? written : written + pick.behind());
    }
  }
}

/** Files with the ids they name, all of them valid and unbroken. */
export const randomFiles: fc.Arbitrary<RandomFile> = fc
  .tuple(layouts, fc.nat({ max: 0x7fffffff }), fc.subarray([...serviceIds], { maxLength: 9 }))
  .map(([layout, seed, ids]) => {
    const pick = new Choices(seed);
    const ordered = layout.order === 'sheet' ? ids : pick.shuffled(ids);
    return { text: new Writer(layout, pick).file(ordered), ordinary: !layout.anchors };
  });

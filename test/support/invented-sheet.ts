/**
 * A sheet's text in the form of the published one, with invented sentences: made of the structure, so that it covers
 * every id, every described level and every reference.
 */
import { areaIds, levelNumbers, outOfScopeIds, referencesByLevel, serviceIds } from '../../src/sheet/sheet';

export interface InventedService {
  readonly id: string;
  readonly title: string;
  readonly objective: string;
  /** The text of each level, `undefined` where the sheet describes none. */
  readonly levels: readonly (string | undefined)[];
  readonly notes: readonly string[];
}

const subjects = ['担当者', '責任部署', '経営層', '開発部門', '窓口'];
const acts = ['手順を試している', '記録を残している', '基準を見直している', '計画を定めている', '結果を共有している'];

function sentence(seed: number): string {
  return `${subjects[seed % subjects.length]}は第${seed}の事柄について${acts[Math.floor(seed / 3) % acts.length]}。`;
}

/** The invented services, in the sheet's order. */
export const inventedServices: readonly InventedService[] = serviceIds.map((id, index) => ({
  id,
  title: `架空のサービスその${'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふ'[index]}`,
  objective: `${sentence(index + 7)}これは架空の目的である。`,
  levels: levelNumbers.map((level) => {
    const references = referencesByLevel(id)[level];
    return references
      ? [sentence(index * 6 + level), ...references.map((reference) => `[${reference}]項目を扱う。`)].join('')
      : undefined;
  }),
  notes:
    index % 5 === 2 ? ['架空語： 説明のために作った言葉。', '別の語： もう一つの言葉。'].slice(0, 1 + (index % 2)) : [],
}));

/** How the text is laid out. */
export interface Layout {
  readonly separator?: string;
  readonly dash?: string;
  readonly heading?: (id: string) => string;
  /** The cell's words, as a converter or an extractor leaves them. */
  readonly cell?: (text: string, service: string, level: number) => string;
  readonly levelName?: (level: number) => string;
  /** A page header between the row and the notes, and before the row. */
  readonly repeated?: boolean;
}

const pageHeader = 'PSIRT Services Framework Ver 1.0 Draft に基づく架空の成熟度シート';

/** The text of the sheet, a page a service, behind a few pages of introduction. */
export function inventedSheet(layout: Layout = {}, services = inventedServices): string {
  const introduction = [
    '',
    '架空の成熟度シート',
    '',
    'Version 1.0',
    '',
    '利用の仕方',
    '',
    'レベル0から順に読む。目安は2.5~3.0とする。',
    '',
  ];
  return [...introduction, ...services.flatMap((service) => page(service, layout))].join('\n');
}

function page({ id, title, objective, levels, notes }: InventedService, layout: Layout): string[] {
  const {
    separator = '\t',
    dash = '—',
    heading = (own) => own,
    cell = (text) => text,
    levelName = (level) => `レベル${level}`,
    repeated,
  } = layout;
  const head = [pageHeader, '', `サービスエリア${id[0]}/ 架空のエリア${areaIds.indexOf(id[0] ?? '')}`, ''];
  const names = levelNumbers.map(levelName).join('\t');
  const row = levels.map((text, level) => (text === undefined ? dash : cell(text, id, level))).join(separator);
  const scope = outOfScopeIds.includes(id) ? ['※対象外', ''] : [];
  const again = repeated ? head : [];
  return [
    ...head,
    `${heading(id)} ${title}`,
    '',
    `目的： ${objective}`,
    '',
    ...scope,
    names,
    ...again,
    row,
    '',
    ...again,
    ...notes.flatMap((note) => [note, '']),
  ];
}

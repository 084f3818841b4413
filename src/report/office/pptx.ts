/** Assessments as slides, with editable charts and tables. */
import { isScorable } from '../../assessment/scorable';
import { printable } from '../../messages/printable';
import { rollUp } from '../../scoring/roll-up';
import { formatMean, scoredServices } from '../../scoring/score';
import { findArea, nameOf } from '../../sheet/sheet';
import type { Checked } from '../check/result';
import { comparedWithBaseline } from '../comparison/comparison';
import { reportTitle } from '../document/report-words';
import type { Ranked } from '../document/summary/ranking';
import type { ReportInput } from '../report';
import { Deck, levelOptions } from './deck';
import {
  actionTable,
  changedTable,
  changeTable,
  factsOf,
  inOrder,
  rankingTable,
  saidOf,
  saidOfAll,
  serviceTable,
  signOffTable,
  unmetTable,
  weakTable,
  type OfficeTable,
} from './office-tables';

/** Limit of the rows of a heat map, and of the actions and criteria of several assessments. */
const mostInHeatMap = 16;
const mostListed = 40;

/**
 * The bytes of a presentation: standing, services, weakest services, changes, plan, sign-off. Throws
 * `TemplateRefused`.
 */
export async function pptxReport(input: ReportInput): Promise<Uint8Array> {
  const { checked, t, template } = input;
  const title = printable(reportTitle(checked, t));
  const deck = new Deck(t.language, title, template);
  deck.addCover(title, factsOf(input));
  const all = inOrder(input);
  const [first] = all;
  if (all.length > 1) manySlides(deck, all, input);
  else if (first) oneSlides(deck, first, input);
  return deck.write();
}

function oneSlides(deck: Deck, ranked: Ranked, input: ReportInput): void {
  const { t } = input;
  const { one, title } = ranked;
  standingSlide(deck, title, one, input);
  if (!isScorable(one.assessment)) return;
  deck.addTables(t('report.services'), serviceTable(one, input));
  tablesOf(deck, t('report.short.weakest'), weakTable(one, input, 10));
  const changes = changeTable(one, input);
  if (changes) tablesOf(deck, t('change.since', { name: changes.since }), changes);
  tablesOf(deck, t('report.short.actions'), actionTable([ranked], input));
  deck.addTables(t('report.office.sign-off'), signOffTable([ranked], input));
}

function manySlides(deck: Deck, all: readonly Ranked[], input: ReportInput): void {
  const { t } = input;
  rankingSlides(deck, all, input);
  heatMapSlides(deck, all, input);
  for (const { one, title } of all) standingSlide(deck, title, one, input);
  const scorable = all.filter(({ one }) => isScorable(one.assessment));
  tablesOf(deck, t('report.office.changes'), changedTable(scorable, input));
  tablesOf(deck, t('report.xlsx.unmet'), unmetTable(scorable, input));
  tablesOf(deck, t('report.short.actions'), actionTable(scorable, input));
  deck.addTables(t('report.office.sign-off'), signOffTable(scorable, input));
}

/** A table with the first of its rows, if it has any. */
function tablesOf(deck: Deck, title: string, table: OfficeTable): void {
  if (table.rows.length) deck.addTables(title, { ...table, rows: table.rows.slice(0, mostListed) });
}

/** Sentences beside a radar chart of the areas. */
function standingSlide(deck: Deck, title: string, one: Checked, input: ReportInput): void {
  const { sheet, t } = input;
  const slide = deck.addSlide(printable(title));
  const { area, text } = deck;
  const hasChart = isScorable(one.assessment) && one.scored.overall.mean !== null;
  const half = area.w * 0.48;
  deck.addSentences(slide, saidOf(one, input), { ...area, w: hasChart ? half : area.w });
  if (!hasChart) return;
  const { areas } = one.scored;
  const labels = areas.map(({ id }) => nameOf(findArea(sheet, id) ?? { id, title: '' }));
  const baseline = comparedWithBaseline(one)?.before.scored.areas;
  const series = [
    { name: t('view.average'), labels, values: areas.map(({ mean }) => mean ?? 0) },
    { name: t('report.column.target'), labels, values: areas.map(({ target }) => target) },
    ...(baseline ? [{ name: t('change.before'), labels, values: baseline.map(({ mean }) => mean ?? 0) }] : []),
  ];
  const font = { catAxisLabelFontFace: '+mn-lt', valAxisLabelFontFace: '+mn-lt', legendFontFace: '+mn-lt' };
  const colours = { catAxisLabelColor: text.color, valAxisLabelColor: text.color, legendColor: text.color };
  slide.addChart(deck.writer.ChartType.radar, series, {
    ...{ x: area.x + half + 0.2, y: area.y, w: area.w - half - 0.2, h: area.h, altText: t('view.areas') },
    ...{ radarStyle: 'standard', showLegend: true, legendPos: 'b', lang: text.lang, ...font, ...colours },
    ...{ valAxisMinVal: 0, valAxisMaxVal: 5, valAxisMajorUnit: 1, valAxisLabelFontSize: 9 },
    ...{ catAxisLabelFontSize: 11, legendFontSize: 12, lineSize: 2.25, lineDataSymbolSize: 5 },
    layout: { x: 0.2, y: 0.1, w: 0.6, h: 0.74 },
    valGridLine: { color: 'C8CDD3', size: 0.5 },
    chartColors: ['accent1', text.color, '9AA0A6'],
  });
}

/** Sentences about all assessments beside their ranking, which is continued on slides of its own. */
function rankingSlides(deck: Deck, all: readonly Ranked[], input: ReportInput): void {
  const title = input.t('report.short.ranking');
  const table = rankingTable(all, input);
  const { area } = deck;
  const left = { ...area, w: area.w * 0.3 };
  const right = { ...area, x: area.x + left.w + 0.3, w: area.w - left.w - 0.3 };
  const slide = deck.addSlide(title);
  deck.addSentences(slide, saidOfAll(input), left);
  const pages = deck.pagesOf(table, right);
  if (pages.length > 1) return deck.addTables(title, table);
  deck.addTable(slide, table, right);
}

/** A heat map of assessments and services, with a limited number of assessments per slide. */
function heatMapSlides(deck: Deck, all: readonly Ranked[], { sheet, t }: ReportInput): void {
  const scorable = all.filter(({ one }) => isScorable(one.assessment));
  const services = sheet.areas.flatMap((one) => one.services.filter(({ outOfScope }) => !outOfScope));
  const weak = new Set(
    rollUp(scorable.map(({ one }) => one.scored)).areas.flatMap((one) =>
      one.services.filter(({ weakEverywhere }) => weakEverywhere).map(({ id }) => id),
    ),
  );
  const { x, y, w, h } = deck.area;
  const margin: [number, number, number, number] = [0, 0, 0, 0];
  const small = { fontSize: 9, valign: 'middle' as const, margin, align: 'center' as const };
  const head = [t('report.column.assessment'), t('view.average'), ...services.map(({ id }) => id)].map((text) =>
    deck.cell(text, { ...small, bold: true, ...(weak.has(text) ? { color: 'B3303A' } : {}) }),
  );
  const colW = [w * 0.2, w * 0.06, ...services.map(() => (w * 0.74) / services.length)];
  for (let start = 0; start < scorable.length; start += mostInHeatMap) {
    const slide = deck.addSlide(t('view.roll-title'));
    const rows = scorable.slice(start, start + mostInHeatMap).map(({ one: { scored }, title }) => {
      const scores = new Map(scoredServices(scored).map(({ id, score }) => [id, score]));
      return [
        deck.cell(printable(title), { ...small, align: 'left', fontSize: 10 }),
        deck.cell(formatMean(scored.overall.mean), { ...small, bold: true }),
        ...services.map(({ id }) => {
          const text = String(scores.get(id) ?? '–');
          return deck.cell(text, { ...levelOptions(text), ...small });
        }),
      ];
    });
    const rowH = Math.min(0.42, h / (rows.length + 1));
    slide.addTable([head, ...rows], { x, y, w, colW, rowH, border: { color: 'FFFFFF', pt: 1 } });
  }
}

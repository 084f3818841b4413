/** Assessments as slides, with editable charts and tables. */
import PptxGenJS from 'pptxgenjs';
import { isScorable } from '../../assessment/scorable';
import { printable } from '../../messages/printable';
import { rollUp } from '../../scoring/roll-up';
import { formatMean } from '../../scoring/score';
import { findArea, nameOf } from '../../sheet/sheet';
import type { Checked } from '../check/result';
import { comparedWithBaseline } from '../comparison/comparison';
import { light } from '../document/view-style';
import { reportTitle } from '../document/report-words';
import type { Ranked } from '../document/summary/ranking';
import { holds } from '../document/signatures';
import type { ReportInput } from '../report';
import {
  actionTable,
  changeTable,
  fonts,
  inOrder,
  rankingTable,
  saidOf,
  saidOfAll,
  serviceTable,
  weakTable,
  type OfficeTable,
} from './office-tables';

/** In inches: a slide is 13.33 wide and 7.5 high. */
const area = { x: 0.5, y: 1.1, w: 12.33, h: 5.8 };
const rowsASlide = 15;

type Slide = ReturnType<PptxGenJS['addSlide']>;

/** The bytes of a presentation: standing, services, weakest services, changes, plan, sign-off. */
export async function pptxReport(input: ReportInput): Promise<Uint8Array> {
  const { checked, t, today } = input;
  const deck = new PptxGenJS();
  deck.layout = 'LAYOUT_WIDE';
  deck.theme = { headFontFace: fonts[t.language], bodyFontFace: fonts[t.language] };
  deck.title = printable(reportTitle(checked, t));
  deck.defineSlideMaster({
    title: 'PSIRT',
    background: { color: 'FFFFFF' },
    slideNumber: { x: 12.4, y: 7.05, fontSize: 10, color: '59636E' },
    objects: [
      { text: { text: deck.title, options: { x: 0.5, y: 7.05, w: 9, h: 0.3, fontSize: 10, color: '59636E' } } },
      {
        placeholder: {
          options: { name: 'title', type: 'title', x: 0.5, y: 0.3, w: 12.33, h: 0.7, fontSize: 26, align: 'left' },
          text: '',
        },
      },
    ],
  });
  const all = inOrder(input);
  const [first] = all;
  const cover = deck.addSlide({ masterName: 'PSIRT' });
  cover.addText(deck.title, { x: 1, y: 2.4, w: 11.3, h: 1.2, fontSize: 36, bold: true });
  cover.addText(t('report.made', { date: today }), { x: 1, y: 3.7, w: 11.3, h: 0.9, fontSize: 14, color: '59636E' });
  if (all.length > 1) manySlides(deck, all, input);
  else if (first) await Promise.resolve(oneSlides(deck, first, input));
  return (await deck.write({ outputType: 'uint8array' })) as Uint8Array;
}

function slideOf(deck: PptxGenJS, title: string): Slide {
  const slide = deck.addSlide({ masterName: 'PSIRT' });
  slide.addText(title, { placeholder: 'title' });
  return slide;
}

function oneSlides(deck: PptxGenJS, { one, title }: Ranked, input: ReportInput): void {
  const { t } = input;
  standingSlide(deck, title, one, input);
  if (!isScorable(one.assessment)) return;
  tableSlides(deck, t('report.services'), serviceTable(one, input), 14);
  tableSlides(deck, t('report.short.weakest'), weakTable(one, input, 10));
  const changes = changeTable(one, input);
  if (changes) tableSlides(deck, t('change.since', { name: changes.since }), changes);
  tableSlides(deck, t('report.short.actions'), actionTable(one, input));
  const signed = one.assessment.signOff.map((signature) => [
    ...[printable(signature.by), signature.on],
    holds(one.assessment, signature) ? t('report.sign-off-holds') : t('report.sign-off-earlier'),
  ]);
  const lines = [...signed, ...Array.from({ length: Math.max(1, 4 - signed.length) }, () => ['', '', ''])];
  const head = [t('report.office.name'), t('report.office.day'), t('report.office.signature')];
  tableSlides(deck, t('report.office.sign-off'), { head, rows: lines, widths: [40, 20, 40] });
}

/** Sentences beside a radar chart of the areas. */
function standingSlide(deck: PptxGenJS, title: string, one: Checked, input: ReportInput): void {
  const { sheet, t } = input;
  const slide = slideOf(deck, printable(title));
  slide.addText(saidOf(one, input), { x: 0.5, y: 1.2, w: 6, h: 5.6, fontSize: 16, valign: 'top', fit: 'shrink' });
  if (!isScorable(one.assessment)) return;
  const { areas } = one.scored;
  const labels = areas.map(({ id }) => nameOf(findArea(sheet, id) ?? { id, title: '' }));
  const baseline = comparedWithBaseline(one)?.before.scored.areas;
  const series = [
    { name: t('view.average'), labels, values: areas.map(({ mean }) => mean ?? 0) },
    { name: t('report.column.target'), labels, values: areas.map(({ target }) => target) },
    ...(baseline ? [{ name: t('change.before'), labels, values: baseline.map(({ mean }) => mean ?? 0) }] : []),
  ];
  slide.addChart(deck.ChartType.radar, series, {
    ...{ x: 6.7, y: 1.1, w: 6.2, h: 5.7, radarStyle: 'standard', showLegend: true, legendPos: 'b' },
    ...{ valAxisMinVal: 0, valAxisMaxVal: 5, valAxisMajorUnit: 1, catAxisLabelFontSize: 11, legendFontSize: 12 },
    chartColors: ['0B5CAD', '1F2328', '8B949E'],
  });
}

function manySlides(deck: PptxGenJS, all: readonly Ranked[], input: ReportInput): void {
  const { t } = input;
  const intro = slideOf(deck, t('report.short.ranking'));
  intro.addText(saidOfAll(input), { ...area, fontSize: 18, valign: 'top' });
  tableSlides(deck, t('report.short.ranking'), rankingTable(all, input));
  heatMapSlides(deck, all, input);
  for (const { one, title } of all) standingSlide(deck, title, one, input);
}

/** A table, continued on as many slides as it needs. */
function tableSlides(deck: PptxGenJS, title: string, { head, rows, widths }: OfficeTable, most = rowsASlide): void {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  for (let start = 0; start === 0 || start < rows.length; start += most) {
    const slide = slideOf(deck, title);
    const cells = [
      head.map((text) => ({ text, options: { bold: true, fill: { color: 'E6E9EF' } } })),
      ...rows.slice(start, start + most).map((row) => row.map((text) => ({ text }))),
    ];
    const colW = widths.map((width) => (width / whole) * area.w);
    slide.addTable(cells, {
      x: area.x,
      y: area.y,
      w: area.w,
      colW,
      fontSize: 11,
      border: { color: 'BFBFBF', pt: 0.5 },
    });
  }
}

/** A heat map of assessments and services, with a limited number of assessments per slide. */
function heatMapSlides(deck: PptxGenJS, all: readonly Ranked[], { sheet, t }: ReportInput): void {
  const scorable = all.filter(({ one }) => isScorable(one.assessment));
  const services = sheet.areas.flatMap((one) => one.services.filter(({ outOfScope }) => !outOfScope));
  const weak = new Set(
    rollUp(scorable.map(({ one }) => one.scored)).areas.flatMap((one) =>
      one.services.filter(({ weakEverywhere }) => weakEverywhere).map(({ id }) => id),
    ),
  );
  for (let start = 0; start < scorable.length; start += rowsASlide) {
    const slide = slideOf(deck, t('view.roll-title'));
    const small = {
      fontSize: 8,
      valign: 'middle' as const,
      margin: [0, 0, 0, 0] as [number, number, number, number],
      align: 'center' as const,
    };
    const head = [t('report.column.assessment'), t('view.average'), ...services.map(({ id }) => id)].map((text) => {
      return { text, options: { ...small, bold: true, color: weak.has(text) ? 'B3303A' : '1F2328' } };
    });
    const rows = scorable.slice(start, start + rowsASlide).map(({ one: { scored }, title }) => [
      { text: printable(title), options: { fontSize: 9 } },
      { text: formatMean(scored.overall.mean), options: small },
      ...services.map(({ id }) => {
        const score = scored.areas.flatMap((one) => one.services).find((one) => one.id === id)?.score ?? null;
        const fill = score === null ? undefined : { color: (light.levels[score] ?? '').slice(1).toUpperCase() };
        return { text: String(score ?? '–'), options: { ...small, fill, color: fill ? 'FFFFFF' : '59636E' } };
      }),
    ]);
    const colW = [2.4, 0.7, ...services.map(() => (area.w - 3.1) / services.length)];
    slide.addTable([head, ...rows], { x: area.x, y: area.y, w: area.w, colW, border: { color: 'FFFFFF', pt: 1 } });
  }
}

/**
 * The report for the body of a mail, limited to what mail programs support. Styles are on the elements, since style
 * sheets are removed; pictures are coloured table cells, since SVG is removed; nothing is loaded.
 */
import type { ComponentChildren, JSX } from 'preact';
import { render } from 'preact-render-to-string';
import { isScorable } from '../../assessment/scorable';
import { printableMarkup } from '../../messages/printable';
import { joined, ours, type Printable } from '../../messages/safe-text';
import type { Translate } from '../../messages/messages';
import { formatMean, formatNumber, type ScoredArea } from '../../scoring/score';
import { findArea, highestLevel, nameOf } from '../../sheet/sheet';
import { coverageText } from '../../views/rows';
import type { Checked } from '../check/result';
import type { ReportInput } from '../report';
import { reportTitle, titlesOf } from './report-words';
import { openActions, weakServices } from './summary/digest';
import { ranked, type Ranked } from './summary/ranking';
import { paragraphOf, sentencesOf, sentencesOfAll, type Sentence } from './summary/sentences';
import { light } from './view-style';

/** Limits of lists: mail programs cut messages of more than about 100 KB. */
const most = { weak: 8, actions: 12, ranked: 50 } as const;

/** In pixels: fits the narrowest panes of desktop mail programs. */
const width = 640;

const { fg, dim, line, soft, 'on-level': onLevel } = light.parts;
const font = "font-family:'Segoe UI','Hiragino Sans','Yu Gothic UI',Meiryo,Arial,sans-serif;";
const styles = {
  page: `margin:0;padding:16px;background:${light.parts.plate};color:${fg};${font}font-size:14px;line-height:1.5;`,
  title: 'margin:0 0 8px;font-size:20px;line-height:1.3;',
  heading: 'margin:20px 0 6px;font-size:16px;',
  paragraph: 'margin:0 0 8px;',
  table: 'width:100%;border-collapse:collapse;font-size:13px;',
  head: `padding:4px 8px;border-bottom:1px solid ${fg};color:${dim};text-align:left;white-space:nowrap;font-weight:normal;`,
  cell: `padding:4px 8px;border-bottom:1px solid ${line};vertical-align:middle;`,
  name: 'text-align:left;font-weight:normal;',
  figure: 'text-align:right;white-space:nowrap;',
  day: 'white-space:nowrap;',
  key: `margin:6px 0 0;color:${dim};font-size:12px;`,
  made: `margin:20px 0 0;color:${dim};font-size:12px;`,
} as const;

/** An HTML document of at most 100 KB, ending with `\n`, for the body of a mail. */
export function mailReport(input: ReportInput): Printable {
  const { checked, t, today } = input;
  const title = reportTitle(checked, t);
  const head = (
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
      <title>{title}</title>
    </head>
  );
  const [first] = checked;
  const body = (
    <div style={`max-width:${width}px;`}>
      <h1 style={styles.title}>{title}</h1>
      {checked.length > 1 || !first ? <Many {...input} /> : <One {...input} one={first} />}
      <p style={styles.made}>{t('report.made', { date: today })}</p>
    </div>
  );
  const parts = [
    ours`<!DOCTYPE html>\n<html lang="${t.language}">`,
    printableMarkup(render(head)),
    ours`<body style="${styles.page}">`,
    printableMarkup(render(body)),
    ours`</body></html>\n`,
  ];
  return joined(parts, '');
}

/** One assessment: sentences, areas with bars, weakest services, and open actions. */
function One({ one, ...input }: ReportInput & { readonly one: Checked }): JSX.Element {
  const { t } = input;
  const weak = weakServices(one, input.sheet).slice(0, most.weak);
  const actions = openActions(one.assessment, input.sheet, input.today).slice(0, most.actions);
  return (
    <>
      <Sentences sentences={sentencesOf(one, input)} t={t} />
      {isScorable(one.assessment) && <Areas one={one} {...input} />}
      {weak.length > 0 && (
        <Section title={t('report.short.weakest')}>
          <Table
            heads={[t('report.column.service'), t('report.column.score'), t('report.column.next-asks')]}
            kinds={['text', 'figure', 'text']}
            rows={weak.map(({ service, scored, next }) => [
              nameOf(service),
              `${scored.score ?? '–'} / ${formatNumber(scored.target)}`,
              next && `${next.number}: ${next.level.summary}`,
            ])}
          />
        </Section>
      )}
      {actions.length > 0 && (
        <Section title={t('report.short.actions')}>
          <Table
            heads={[t('report.column.due'), t('report.column.action'), t('report.column.owner')]}
            kinds={['day', 'text', 'text']}
            rows={actions.map(({ due, action, owner, isOverdue }) => [
              isOverdue ? <strong>{`${due} ${t('report.short.overdue')}`}</strong> : due || '–',
              action,
              owner || '–',
            ])}
          />
        </Section>
      )}
    </>
  );
}

/** Several assessments: sentences, and their ranking with a coloured cell for each area. */
function Many(input: ReportInput): JSX.Element {
  const { checked, sheet, t } = input;
  const titles = titlesOf(checked, t);
  const all = ranked(checked.map((one, index) => ({ one, title: titles[index] ?? '', anchor: '' })));
  const left = all.length - most.ranked;
  return (
    <>
      <Sentences sentences={sentencesOfAll(checked, input)} t={t} />
      <Section title={t('report.short.ranking')}>
        <table style={styles.table}>
          <Heads
            heads={[t('report.column.assessment'), t('view.average'), ...sheet.areas.map(({ id }) => id)]}
            kinds={['text', 'figure', ...sheet.areas.map((): Kind => 'figure')]}
          />
          <tbody>
            {all.slice(0, most.ranked).map((row) => (
              <RankedRow row={row} t={t} />
            ))}
          </tbody>
        </table>
        {left > 0 && <p style={styles.paragraph}>{t('report.mail.more', { count: left })}</p>}
        <p style={styles.key}>{sheet.areas.map(nameOf).join(t('view.separator'))}</p>
      </Section>
    </>
  );
}

function RankedRow({ row: { one, title }, t }: { readonly row: Ranked; readonly t: Translate }): JSX.Element {
  const { overall, areas } = one.scored;
  const judged = isScorable(one.assessment);
  return (
    <tr>
      <th scope="row" style={`${styles.cell}${styles.name}`}>
        {title}
      </th>
      <td style={`${styles.cell}${styles.figure}`}>
        {judged ? `${formatMean(overall.mean)} / ${formatNumber(overall.target)}` : t('overview.unjudged')}
      </td>
      {areas.map(({ mean }) => (
        <td style={`${styles.cell}${styles.figure}${judged ? colourOf(mean) : ''}`}>
          {judged ? formatMean(mean) : '–'}
        </td>
      ))}
    </tr>
  );
}

/** The areas, each with its average as a bar. */
function Areas({ one, sheet, t }: ReportInput & { readonly one: Checked }): JSX.Element {
  return (
    <Section title={t('view.areas')}>
      <Table
        heads={[t('report.column.area'), t('view.average'), '', t('report.column.coverage')]}
        kinds={['text', 'figure', 'text', 'day']}
        rows={one.scored.areas.map((area) => [
          nameOf(findArea(sheet, area.id) ?? { id: area.id, title: '' }),
          formatMean(area.mean),
          <Bar area={area} />,
          coverageText(area, t),
        ])}
      />
    </Section>
  );
}

/** Decorative: the figure is beside it. */
function Bar({ area: { mean } }: { readonly area: ScoredArea }): JSX.Element {
  const share = Math.round(((mean ?? 0) / highestLevel) * 100);
  return (
    <table role="presentation" width="160" style={`border-collapse:collapse;background:${soft};`} aria-hidden="true">
      <tr>
        {share > 0 && <td width={`${share}%`} height="12" style={`padding:0;${colourOf(mean)}`} />}
        {share < 100 && <td width={`${100 - share}%`} height="12" style="padding:0;" />}
      </tr>
    </table>
  );
}

/** The colour of the level that an average reaches. */
function colourOf(mean: number | null): string {
  const colour = mean === null ? undefined : light.levels[Math.floor(mean)];
  return colour ? `background:${colour};color:${onLevel};` : '';
}

function Section({ title, children }: { readonly title: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <>
      <h2 style={styles.heading}>{title}</h2>
      {children}
    </>
  );
}

function Sentences({ sentences, t }: { readonly sentences: readonly Sentence[]; readonly t: Translate }): JSX.Element {
  return <p style={styles.paragraph}>{paragraphOf(sentences, t)}</p>;
}

type Kind = 'text' | 'figure' | 'day';

interface HeadsProps {
  readonly heads: readonly string[];
  readonly kinds: readonly Kind[];
}

function Heads({ heads, kinds }: HeadsProps): JSX.Element {
  return (
    <thead>
      <tr>
        {heads.map((head, index) => (
          <th scope="col" style={`${styles.head}${kinds[index] === 'figure' ? styles.figure : ''}`}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface TableProps {
  readonly heads: readonly string[];
  readonly kinds: readonly Kind[];
  readonly rows: readonly (readonly ComponentChildren[])[];
}

/** A table whose first column contains row headings. */
function Table({ heads, kinds, rows }: TableProps): JSX.Element {
  const styleOf = (kind = 'text'): string => {
    if (kind === 'figure') return `${styles.cell}${styles.figure}`;
    return kind === 'day' ? `${styles.cell}${styles.day}` : styles.cell;
  };
  return (
    <table style={styles.table}>
      <Heads heads={heads} kinds={kinds} />
      <tbody>
        {rows.map((cells) => (
          <tr>
            {cells.map((cell, index) => (
              <td style={styleOf(kinds[index])}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

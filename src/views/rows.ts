/** The sheet joined with the scores: the rows of the grid, and the words for them. */
import type { Translate } from '../messages/messages';
import { ours, type Own } from '../messages/safe-text';
import {
  formatMean,
  formatNumber,
  type Aggregate,
  type Scored,
  type ScoredArea,
  type ScoredService,
} from '../scoring/score';
import {
  describedLevels,
  findService,
  isDescribed,
  levelReaching,
  nameOf,
  type Area,
  type Level,
  type Service,
  type Sheet,
} from '../sheet/sheet';

export interface Row {
  readonly service: Service;
  readonly scored: ScoredService;
}

export interface AreaRows {
  readonly area: Area;
  readonly scored: ScoredArea;
  readonly rows: readonly Row[];
}

/** The areas with their services, in sheet order. */
export function areaRows(sheet: Sheet, scored: Scored): AreaRows[] {
  return sheet.areas.flatMap((area) => {
    const found = scored.areas.find(({ id }) => id === area.id);
    if (!found) return [];
    const rows = area.services.flatMap((service) => {
      const own = found.services.find(({ id }) => id === service.id);
      return own ? [{ service, scored: own }] : [];
    });
    return [{ area, scored: found, rows }];
  });
}

/** The address of an area's rows within the page; `anchor` distinguishes several assessments. */
export function areaAnchor({ id }: Area, anchor = 'area'): string {
  return `${anchor}-${id}`;
}

/** The row of one service; `undefined` for an unknown id. */
export function findRow(sheet: Sheet, scored: Scored, id: string): Row | undefined {
  const service = findService(sheet, id);
  const own = scored.areas.flatMap(({ services }) => services).find((candidate) => candidate.id === id);
  return service && own && { service, scored: own };
}

/** Whether the service can be scored: it is neither excluded nor out of scope. */
export function isRated({ scored }: Row): boolean {
  return scored.state === 'scored' || scored.state === 'unscored';
}

/** Score, target and gap in words, or the reason why there are none. */
export function stateText({ scored }: Row, t: Translate): string {
  const target = formatNumber(scored.target);
  switch (scored.state) {
    case 'scored':
      return scored.gap
        ? t('view.state-below', { score: scored.score ?? '', target, gap: formatNumber(scored.gap) })
        : t('view.state-scored', { score: scored.score ?? '', target });
    case 'unscored':
      return t('view.state-unscored', { target });
    case 'excluded':
      return scored.reason
        ? t('view.state-excluded', { reason: scored.reason })
        : t('view.state-excluded-without-reason');
    case 'out-of-scope':
      return t('view.state-out-of-scope');
  }
}

/** The mark of the gap column: `−1`, `✓` for no gap, `?` for an unscored service, `–` for one that does not count. */
export function gapMark({ state, gap }: ScoredService): Own {
  if (state === 'unscored') return ours`?`;
  if (gap === null) return ours`–`;
  return gap > 0 ? ours`−${formatNumber(gap)}` : ours`✓`;
}

/** The gap column in words. */
export function gapText({ state, gap }: ScoredService, t: Translate): Own {
  if (state === 'unscored') return t('view.gap-unscored');
  if (gap === null) return t('view.gap-out');
  return gap > 0 ? t('view.gap-below', { gap: formatNumber(gap) }) : t('view.gap-none');
}

/** The summary of a level, or words that say that it is not described. */
export function levelSummary(service: Service, level: number, t: Translate): string {
  const lowest = describedLevels(service)?.lowest;
  if (service.levels[level]) return service.levels[level].summary;
  if (isDescribed(service, level) && lowest !== undefined) return t('view.cell-not-there-yet', { lowest });
  return t('view.cell-undescribed');
}

/** A level as plain text: its description, then the organisation's guidance and examples. */
export function levelWords({ description, guidance, examples }: Level, t: Translate): string {
  const parts = [description];
  if (guidance !== undefined) parts.push(`${t('view.guidance')}\n${guidance}`);
  if (examples?.length) parts.push([t('view.examples'), ...examples.map((example) => `- ${example}`)].join('\n'));
  return parts.join('\n\n');
}

/** A level cell in words: `Level 3: Criteria documented, target, current score`. */
export function cellLabel({ service, scored }: Row, level: number, t: Translate): string {
  const marks = cellMarks({ service, scored }, level, t);
  return [t('view.cell', { level, summary: levelSummary(service, level, t) }), ...marks].join(t('view.separator'));
}

/** The marks of a cell in words: target, score, both or neither. */
export function cellMarks({ service, scored }: Pick<Row, 'service' | 'scored'>, level: number, t: Translate): string[] {
  const target = levelReaching(service, scored.target) === level ? [t('view.cell-target')] : [];
  return scored.score === level ? [...target, t('view.cell-score')] : target;
}

/** The coverage of a mean: `over 24 of 26; 1 excluded`. */
export function coverageText({ scored, applicable, excluded }: Aggregate, t: Translate): Own {
  return t(excluded ? 'view.coverage-excluded' : 'view.coverage', { scored, applicable, excluded });
}

/** The lowest score, which a mean hides. */
export function floorText({ floor }: Aggregate, t: Translate): Own {
  return floor === null ? t('view.floor-none') : t('view.floor', { floor });
}

/** An area's mean with its coverage and target, in words. */
export function areaText(area: Area, scored: ScoredArea, t: Translate): string {
  const parameters = {
    name: nameOf(area),
    mean: formatMean(scored.mean),
    coverage: coverageText(scored, t),
    target: formatNumber(scored.target),
  };
  return t('view.area-average', parameters);
}

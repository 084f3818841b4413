/** Assessments as assessment results of OSCAL. */
import type { Action, Evidence, ServiceEntry } from '../../assessment/assessment';
import { isExternal, isWebAddress } from '../../assessment/evidence/links';
import { isScorable } from '../../assessment/scorable';
import { printableJson } from '../../messages/printable';
import type { Translate } from '../../messages/messages';
import type { Printable } from '../../messages/safe-text';
import { scoredServices, type Aggregate, type ScoredService } from '../../scoring/score';
import { findService, nameOf, nextLevel, sheetName, type Sheet } from '../../sheet/sheet';
import type { Checked } from '../check/result';
import { reportTitle, titlesOf } from '../document/report-words';
import { wording } from '../document/markdown-text';
import type { ReportInput } from '../report';
import {
  blockText,
  catalogResource,
  controlId,
  idOf,
  lineText,
  metadata,
  objectiveId,
  properties,
  some,
  timeOf,
  valueText,
} from './oscal';

/** An assessment, and the namespace that makes the ids in it unique. */
interface Told extends Pick<ReportInput, 'sheet' | 't'> {
  readonly one: Checked;
  readonly identity: string;
  /** The day of the assessment, or else of the report. */
  readonly day: string;
}

/**
 * The output of `report --format oscal`: a result for each assessment, with an observation for each service, a finding
 * for each score and a risk for each gap with a plan. Ids derive from the subject and the service, so that a later
 * state differs only where something changed; the document's id derives from its whole content.
 */
export function assessmentResults({ checked, sheet, t, today }: ReportInput): Printable {
  const identities = titlesOf(checked, t);
  const told = checked.map((one, index) => {
    const day = one.assessment.assessed?.value ?? today;
    return { one, identity: identities[index] ?? one.path, day, sheet, t };
  });
  const changed = told.map(({ day }) => day).reduce((latest, day) => (day > latest ? day : latest), '');
  const catalog = catalogResource(sheet);
  const plan = planResource(t);
  const content = {
    metadata: {
      ...metadata({ title: reportTitle(checked, t), changed, version: changed }),
      props: properties({ sheet: sheetName, language: t.language }),
      ...assessorsOf(checked, t),
    },
    'import-ap': { href: `#${plan.uuid}` },
    results: told.map(resultOf),
    'back-matter': { resources: [catalog, plan] },
  };
  return printableJson({ 'assessment-results': { uuid: idOf('results', JSON.stringify(content)), ...content } });
}

/** The assessment plan that OSCAL requires: the method of the sheet. */
function planResource(t: Translate) {
  return { uuid: idOf('plan', sheetName), title: t('report.oscal.plan-title'), description: t('report.oscal.plan') };
}

/** The assessors. OSCAL distinguishes persons and organisations; a file does not say which of them a name is. */
function assessorsOf(checked: readonly Checked[], t: Translate) {
  const names = [...new Set(checked.flatMap(({ assessment }) => assessment.assessors.map(valueText)))].filter(Boolean);
  const parties = names.map((name) => ({ uuid: idOf('party', name), type: 'organization', name }));
  if (parties.length === 0) return {};
  const assessors = { 'role-id': 'assessor', 'party-uuids': parties.map(({ uuid }) => uuid) };
  return {
    roles: [{ id: 'assessor', title: t('report.oscal.assessor') }],
    parties,
    'responsible-parties': [assessors],
  };
}

function resultOf(told: Told) {
  const { one, identity, day, sheet, t } = told;
  const { assessment, scored } = one;
  const scorable = isScorable(assessment);
  const services = scorable ? scoredServices(scored).filter(({ state }) => state !== 'out-of-scope') : [];
  const left = scoredServices(scored).filter(({ state }) => state === 'excluded' || state === 'out-of-scope');
  const findings = services.filter(({ state }) => state === 'scored').map((service) => findingOf(service, told));
  const risks = services.flatMap((service) => riskOf(service, told));
  const overall = scorable ? aggregateProperties(scored.overall) : undefined;
  const areas = scorable ? scored.areas.flatMap((area) => aggregateProperties(area, `area-${area.id}`) ?? []) : [];
  const selection = { description: sheetName, links: [{ href: `#${catalogResource(sheet).uuid}`, rel: 'reference' }] };
  return {
    uuid: idOf('result', identity, day),
    title: lineText(identity),
    description: scorable ? t('report.oscal.result') : t('overview.unjudged'),

    start: timeOf(day),
    end: timeOf(day),
    props: some([...(overall ?? []), ...areas]),
    'reviewed-controls': {
      'control-selections': [
        {
          ...selection,
          'include-all': {},
          'exclude-controls': some(left.map(({ id }) => ({ 'control-id': controlId(id) }))),
        },
      ],
    },
    observations: some(services.map((service) => observationOf(service, told))),

    risks: some(risks),
    findings: some(findings),
  };
}

function aggregateProperties({ mean, target, floor, scored, applicable, excluded, belowTarget }: Aggregate, area = '') {
  const counts = { scored, applicable, excluded, 'below-target': belowTarget };
  return properties({ average: mean, target, lowest: floor, ...counts }, area);
}

/** The observation for a service, with its evidence. */
function observationOf(service: ScoredService, { one, identity, day, sheet, t }: Told) {
  const { id, state, reason } = service;
  const entry = one.assessment.services.get(id);
  const evidence = entry?.evidence ?? [];
  const why = reason ? t('report.state.excluded', { reason: lineText(reason) }) : t('report.column.excluded');
  const words = { excluded: why, unscored: t('report.state.unscored') } as const;
  const own = findService(sheet, id);
  return {
    uuid: idOf('observation', identity, id),
    title: lineText(nameOf({ id, title: own?.title ?? '' })),
    description: state === 'excluded' || state === 'unscored' ? words[state] : levelText(service, sheet),
    props: properties({ service: id, state }),

    methods: [evidence.length ? 'EXAMINE' : 'UNKNOWN'],
    types: ['control-objective'],
    'relevant-evidence': some(evidence.map(evidenceOf)),
    collected: timeOf(day),
    remarks: blockText(entry?.note?.value ?? '') || undefined,
  };
}

/** The text of the scored level. */
function levelText({ id, score }: ScoredService, sheet: Sheet): string {
  const level = score === null ? undefined : findService(sheet, id)?.levels[score];
  return level ? wording(level.description) : '–';
}

function evidenceOf({ link, collected, expires, sha256, note }: Evidence) {
  const address = link.value.trim();
  // Links with other schemes (`javascript:`) are shown as text only.
  const href = !isExternal(address) || isWebAddress(address) ? referenceOf(address) : undefined;
  const facts = { collected: collected?.value, expires: expires?.value, sha256: sha256?.value.toLowerCase() };
  return { href, description: lineText(note?.value ?? address), props: properties(facts) };
}

/** A link as a valid URI reference; a leading `/` stays, since it stands for the root of the workspace. */
function referenceOf(link: string): string | undefined {
  try {
    const encoded = encodeURI(decodeURI(link)).replace(/[[\]]/g, encodeURIComponent);
    const [path = '', ...heading] = encoded.split('#');
    return heading.length ? `${path}#${heading.join('%23')}` : path;
  } catch {
    return undefined;
  }
}

/** The finding whether a score reaches its target. */
function findingOf(service: ScoredService, told: Told) {
  const { id, score, target, gap } = service;
  const { one, identity, sheet } = told;
  const title = findService(sheet, id)?.title ?? '';
  const isMet = gap === 0;
  return {
    uuid: idOf('finding', identity, id),
    title: lineText(nameOf({ id, title })),

    description: levelText(service, sheet),
    props: properties({ service: id, score, target, gap }),
    target: {
      type: 'objective-id',
      'target-id': objectiveId(id),
      status: { state: isMet ? 'satisfied' : 'not-satisfied', reason: isMet ? 'pass' : 'fail' },
    },
    'related-observations': [{ 'observation-uuid': idOf('observation', identity, id) }],
    'related-risks': hasPlan(one.assessment.services.get(id)) ? [{ 'risk-uuid': riskId(told, id) }] : undefined,
  };
}

function hasPlan(entry: ServiceEntry | undefined): boolean {
  return (entry?.plan.length ?? 0) > 0;
}

function riskId({ identity }: Told, service: string): string {
  return idOf('risk', identity, service);
}

/** The risk that a service falls short of its target, with its plan. */
function riskOf({ id, score, target, gap }: ScoredService, told: Told) {
  const { one, sheet, t } = told;
  const entry = one.assessment.services.get(id);
  if (!entry || !hasPlan(entry)) return [];
  const service = findService(sheet, id);
  const next = service && nextLevel(service, score ?? 0);
  const isOpen = entry.plan.some(({ done }) => !done);
  const due = entry.plan.flatMap((action) => (action.done ? [] : (action.due?.value ?? []))).sort();
  const asks = next && t('report.plan-next', { level: next.number, summary: lineText(next.level.summary) });
  return [
    {
      uuid: riskId(told, id),
      title: lineText(nameOf({ id, title: service?.title ?? '' })),

      description: asks ?? '–',
      statement: next ? wording(next.level.description) : '–',

      props: properties({ service: id, score, target, gap }),
      status: isOpen ? 'open' : 'closed',
      deadline: due.length ? timeOf(due.at(-1) ?? '') : undefined,
      remediations: entry.plan.map((action, index) => responseOf(action, index, id, told)),
    },
  ];
}

function responseOf({ action, owner, due, done }: Action, index: number, service: string, { identity }: Told) {
  const text = lineText(action.value);
  const timing = due && { 'on-date': { date: timeOf(due.value) } };
  const uuid = (kind: string) => idOf(kind, identity, service, String(index));
  return {
    uuid: uuid('response'),
    lifecycle: done ? 'completed' : 'planned',
    title: text,
    description: text,
    props: properties({ owner: owner?.value, due: due?.value }),
    tasks: timing && [{ uuid: uuid('task'), type: 'milestone', title: text, timing }],
  };
}

/** The sheet as a library of CISO Assistant (YAML, version 2), in all languages at once. */
import { printableLines } from '../../messages/printable';
import type { Language, Translate } from '../../messages/messages';
import type { Printable } from '../../messages/safe-text';
import { levelNumbers, type Area, type LevelNumber, type Service, type Sheet } from '../../sheet/sheet';
import { libraryYaml } from './library-yaml';
import { nodeUrn, referenceOf, urnOf } from './urns';

/** The sheet in one language, and the messages of that language. */
export interface Worded {
  readonly sheet: Sheet;
  readonly t: Translate;
}

/** To be increased whenever the library's content changes: CISO Assistant accepts no older version. */
const libraryVersion = 1;

/** The day of the library's last change. */
const published = '2026-11-27';

type Texts = Readonly<Record<string, string>>;

/**
 * The output of `sheet --format ciso-assistant`: areas are nodes, services assessable nodes below them, each with its
 * own scale of level texts. The first language is the library's, the others are translations.
 */
export function cisoAssistantLibrary(worded: readonly [Worded, ...Worded[]]): Printable {
  const [{ sheet }] = worded;
  const reference = referenceOf(sheet);
  const head = inAll(worded, ({ sheet: { version }, t }) => ({
    name: t('report.sheet.title', { version }),
    description: t('report.ciso.description'),
  }));
  const { locale, ...texts } = { locale: worded[0].t.language, ...head };
  const nodes = sheet.areas.flatMap((area) => [
    areaNode(area, worded),
    ...area.services.map((service) => serviceNode(service, worded)),
  ]);
  const scored = sheet.areas.flatMap(({ services }) => services).filter(({ outOfScope }) => !outOfScope);
  return libraryYaml({
    urn: urnOf('library', reference),
    locale,
    ref_id: reference,
    ...texts,

    copyright: worded[0].t('report.ciso.copyright'),
    version: libraryVersion,
    publication_date: published,

    provider: 'PSIRT Maturity',
    packager: 'psirt-maturity',
    objects: {
      framework: {
        urn: urnOf('framework', reference),
        ref_id: reference,
        ...texts,
        min_score: 0,
        max_score: 5,
        scores_definition: {
          scale: levelNumbers.map((score) => ({
            score,
            ...inAll(worded, ({ t }) => ({ name: t('report.sheet.level', { level: score }) })),
          })),
          alternatives: Object.fromEntries(scored.map(({ id }) => [scaleName(id), scaleOf(id, worded)])),
        },
        requirement_nodes: nodes,
      },
    },
  });
}

/** The texts of the first language, with those of the others as translations. */
function inAll(worded: readonly [Worded, ...Worded[]], textsOf: (one: Worded) => Texts) {
  const [first, ...others] = worded;
  const clean = (one: Worded) =>
    Object.fromEntries(Object.entries(textsOf(one)).map(([key, text]) => [key, printableLines(text).trim()]));
  const translations: Partial<Record<Language, Texts>> = Object.fromEntries(
    others.map((one) => [one.t.language, clean(one)]),
  );
  return { ...clean(first), ...(others.length ? { translations } : {}) };
}

function areaNode({ id }: Area, worded: readonly [Worded, ...Worded[]]) {
  return {
    urn: nodeUrn(worded[0].sheet, id),
    assessable: false,
    depth: 1,
    ref_id: id,
    ...inAll(worded, ({ sheet }) => {
      const { title: name = '', summary: description = '' } = sheet.areas.find((area) => area.id === id) ?? {};
      return { name, description };
    }),
  };
}

function serviceNode({ id, areaId, outOfScope }: Service, worded: readonly [Worded, ...Worded[]]) {
  const [{ sheet }] = worded;
  return {
    urn: nodeUrn(sheet, id),
    assessable: !outOfScope,
    depth: 2,
    parent_urn: nodeUrn(sheet, areaId),
    ref_id: id,
    ...(outOfScope ? {} : { scores_definition_ref: scaleName(id) }),
    ...inAll(worded, (one) => {
      const { title: name = '', objective = '', notes = [] } = serviceIn(one, id) ?? {};
      return { name, description: [objective, ...notes].join('\n\n') };
    }),
  };
}

function serviceIn({ sheet }: Worded, id: string): Service | undefined {
  return sheet.areas.flatMap(({ services }) => services).find((service) => service.id === id);
}

/** The name of a service's scale. */
function scaleName(service: string): string {
  return `service-${service}`;
}

function scaleOf(id: string, worded: readonly [Worded, ...Worded[]]) {
  return levelNumbers.map((score) => ({ score, ...inAll(worded, (one) => levelTexts(one, id, score)) }));
}

function levelTexts(one: Worded, id: string, score: LevelNumber): Texts {
  const level = serviceIn(one, id)?.levels[score];
  return level
    ? { name: level.summary, description: level.description }
    : { name: one.t('report.sheet.not-described'), description: one.t('report.sheet.not-described') };
}

/** The sheet as an OSCAL catalog. */
import { printableJson } from '../../messages/printable';
import type { Translate } from '../../messages/messages';
import type { Printable } from '../../messages/safe-text';
import { functionsOf } from '../../sheet/references';
import { levelNumbers, type Area, type Criterion, type Level, type Service, type Sheet } from '../../sheet/sheet';
import { wording } from '../document/markdown-text';
import {
  blockText,
  controlId,
  frameworkResource,
  idOf,
  lineText,
  metadata,
  namespace,
  objectiveId,
  properties,
  sheetPublished,
  some,
} from './oscal';

/**
 * The output of `sheet --format oscal`: areas are groups, services controls; objective, levels and criteria are their
 * parts. The document's id derives from its whole content, those of its parts from the ids of the sheet.
 */
export function oscalCatalog(sheet: Sheet, t: Translate): Printable {
  const content = {
    metadata: {
      ...metadata({
        title: t('report.sheet.title', { version: sheet.version }),

        changed: sheetPublished,
        version: sheet.version,
      }),
      props: properties({ sheet: `${sheet.id}@${sheet.version}`, language: t.language }),
    },
    groups: sheet.areas.map(groupOf),
    'back-matter': { resources: [frameworkResource] },
  };
  return printableJson({ catalog: { uuid: idOf('catalog', JSON.stringify(content)), ...content } });
}

function groupOf({ id, title, summary, services }: Area) {
  return {
    id: `area-${id}`,
    class: 'area',
    title: lineText(title),
    props: label(id),
    parts: [{ id: `area-${id}_overview`, name: 'overview', prose: wording(summary) }],
    controls: services.map(controlOf),
  };
}

/** NIST's property for the number by which people refer to something. */
function label(value: string) {
  return [{ name: 'label', value }];
}

function controlOf({ id, title, objective, outOfScope, levels, notes }: Service) {
  const described = levelNumbers.flatMap((number) => {
    const level = levels[number];
    return level ? [levelPart(id, number, level)] : [];
  });
  return {
    id: controlId(id),
    class: 'service',
    title: lineText(title),
    props: [...label(id), ...(properties({ scope: outOfScope ? 'out-of-scope' : undefined }) ?? [])],
    parts: [
      { id: objectiveId(id), name: 'assessment-objective', prose: wording(objective) },
      ...described,
      ...notes.map((note, index) => ({
        id: `${controlId(id)}_note-${index + 1}`,
        name: 'guidance',
        prose: blockText(note),
      })),
    ],
  };
}

function levelPart(service: string, number: number, level: Level) {
  const { summary, description, references, criteria, guidance, examples = [] } = level;
  const id = `${controlId(service)}_level-${number}`;
  const more = [...(guidance === undefined ? [] : [wording(guidance)]), ...examples.map(blockText)];
  return {
    id,
    name: 'level',
    ns: namespace,
    title: lineText(summary),
    props: properties({ level: number }),
    prose: wording(description),
    links: linksTo(references),
    parts: some([
      ...criteria.map((criterion) => criterionPart(service, criterion)),
      ...more.map((prose, index) => ({ id: `${id}_guidance-${index + 1}`, name: 'guidance', prose })),
    ]),
  };
}

function criterionPart(service: string, { id, kind, text, references }: Criterion) {
  return {
    id: `${controlId(service)}_${id}`,
    name: 'criterion',
    ns: namespace,

    props: properties({ criterion: id, kind }),
    prose: blockText(text),
    links: linksTo(references),
  };
}

/** Links to the functions of the framework that a text cites. */
function linksTo(references: readonly string[]) {
  const functions = [...new Set(references.flatMap(functionsOf))];
  return some(
    functions.map((id) => ({
      href: `#${frameworkResource.uuid}`,
      rel: 'reference',
      'resource-fragment': id,
      text: id,
    })),
  );
}

/** A crosswalk for a terminal. */
import { standings, type TouchedService } from '../../crosswalk/standing';
import type { Requirement, Source } from '../../crosswalk/source';
import { printable } from '../../messages/printable';
import { joined, ours, type Printable } from '../../messages/safe-text';
import { findService, nameOf } from '../../sheet/sheet';
import { endedLines } from '../terminal/table';
import type { Paint } from '../terminal/paint';
import { wrapLine, type Room } from '../terminal/wrap';
import {
  relationshipName,
  sourceFacts,
  standingWords,
  strengthName,
  touchedScore,
} from '../../views/requirement-words';
import type { CrosswalkInput } from './crosswalk-input';

/** The language, colours and width of the output. */
export interface CrosswalkReader extends CrosswalkInput, Room {
  readonly paint: Paint;
}

const indent = ours`  `;

/** Sources, their requirements and what these touch, wrapped to the width, with lines ended by `\n`. */
export function crosswalkText(reader: CrosswalkReader): Printable {
  const lines = reader.sources.flatMap((source) => sourceLines(source, reader));
  return endedLines([...lines, ...wrapLine(reader.t('crosswalk.orientation'), reader)]);
}

function sourceLines(source: Source, reader: CrosswalkReader): Printable[] {
  const { paint, scored } = reader;
  const standing = scored && standings(source, scored);
  const requirements = source.requirements.flatMap((requirement, index) => {
    const touched = standing?.[index]?.services ?? requirement.mappings.map((mapping) => ({ mapping }));
    const where = standing?.[index];
    return [
      ...headOf(requirement, reader),
      ...(where ? wrapLine(standingWords(where, reader.t), reader, indent).map((line) => paint('bold', line)) : []),
      ...touched.flatMap((one) => touchedLines(one, reader)),
      ours``,
    ];
  });
  return [
    ...wrapLine(printable(source.title), reader).map((line) => paint('bold', line)),
    ...about(source, reader),
    ours``,
    ...requirements,
  ];
}

/** Id, date and address of a source. */
function about(source: Source, reader: CrosswalkReader): Printable[] {
  const { t, paint } = reader;
  const parts = [...sourceFacts(source, t, printable), ...(source.url ? [printable(source.url)] : [])];
  return wrapLine(joined(parts, ' · '), reader).map((line) => paint('dim', line));
}

function headOf({ id, subject, date }: Requirement, reader: CrosswalkReader): Printable[] {
  const { t, paint } = reader;
  const words = printable(t('report.sheet.labelled', { label: id, text: subject }));
  const applies = date ? ours` ${t('crosswalk.applies', { date: printable(date) })}` : ours``;
  return wrapLine(ours`${words}${applies}`, reader).map((line) => paint('cyan', line));
}

function touchedLines({ mapping, scored }: TouchedService, reader: CrosswalkReader): Printable[] {
  const { t, sheet, paint } = reader;
  const service = findService(sheet, mapping.service);
  const name = printable(service ? nameOf(service) : mapping.service);
  const criteria = mapping.criteria.length ? ours` (${printable(mapping.criteria.join(t('list.separator')))})` : ours``;
  const facts = [
    ours`${name}${criteria}`,
    relationshipName(mapping, t),
    strengthName(mapping, t),
    ...(reader.scored ? [touchedScore({ mapping, scored }, t)] : []),
  ];
  const inset = ours`${indent}${indent}`;
  return [
    ...wrapLine(ours`- ${joined(facts, ' · ')}`, reader, indent),
    ...wrapLine(printable(mapping.reason), reader, inset).map((line) => paint('dim', line)),
  ];
}

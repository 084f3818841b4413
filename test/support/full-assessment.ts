import { criteriaOf } from '../../src/sheet/criteria';
import { outOfScopeIds, serviceIds, type Sheet } from '../../src/sheet/sheet';
import { yaml } from './yaml';

/** A full assessment: every service in scope scored, with evidence and a note; about 6 KB. */
export function fullAssessment(): string {
  const services = serviceIds
    .filter((id) => !outOfScopeIds.includes(id))
    .map((id, index) => entry(id, (index * 2) % 5));
  const head = yaml`
    sheet: psirt-maturity@1.0
    subject: Edge router firmware
    assessed: 2026-11-02
    assessors: [Product Security Office]
    target: 2.5
    areas:
      "1": { target: 3 }
    services:
  `;
  return head + services.join('');
}

function entry(id: string, score: number): string {
  return `  "${id}":
    score: ${score}
    evidence:
      - docs/psirt-charter.md#roles
      - link: https://wiki.example.com/psirt/${id}
        collected: 2026-10-01
    note: Reviewed with the team; see the minutes of the autumn session.
`;
}

/** The same ten times as long, by its evidence and notes. */
export function tenfold(text: string): string {
  const evidence = Array.from(
    { length: 15 },
    (_, index) =>
      yaml`
              - link: https://wiki.example.com/minutes/${index}
                collected: 2026-10-01
                note: Minutes of session ${index}
      `,
  ).join('');
  const note = '      The minutes say who took part, and what was decided for the next half year.\n'.repeat(8);
  return text.replace(/    note: (.*)\n/g, (_line, words: string) => `${evidence}    note: |\n      ${words}\n${note}`);
}

/** The same with so many criteria answered, as evenly as the services have them. */
export function withCriteria(text: string, sheet: Sheet, count: number): string {
  const services = sheet.areas.flatMap((area) => area.services).filter(({ outOfScope }) => !outOfScope);
  const each = Math.ceil(count / services.length);
  let left = count;
  const answers = new Map(
    services.map((service) => {
      const answered = criteriaOf(service).slice(0, Math.min(each, left));
      left -= answered.length;
      const lines = answered.map(({ id }, index) => `      ${id}: ${states[index % states.length]}\n`);
      return [service.id, `    criteria:\n${lines.join('')}`];
    }),
  );
  if (left > 0) throw new Error(`The services have ${left} criteria fewer.`);
  return text.replace(/ {2}"(\d\.\d)":\n/g, (key, id: string) => key + (answers.get(id) ?? ''));
}

const states = ['met', 'partly', '{ state: met, evidence: [docs/intake.md#form] }', 'unmet'];

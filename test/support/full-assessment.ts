import { outOfScopeIds, serviceIds } from '../../src/sheet/sheet';

/** A full assessment: every service in scope scored, with evidence and a note; about 6 KB. */
export function fullAssessment(): string {
  const services = serviceIds
    .filter((id) => !outOfScopeIds.includes(id))
    .map((id, index) => entry(id, (index * 2) % 5));
  const head =
    'sheet: psirt-maturity@1.0\nsubject: Edge router firmware\nassessed: 2026-11-02\nassessors: [Product Security Office]\ntarget: 2.5\nareas:\n  "1": { target: 3 }\nservices:\n';
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
      `      - link: https://wiki.example.com/minutes/${index}\n        collected: 2026-10-01\n        note: Minutes of session ${index}\n`,
  ).join('');
  const note = '      The minutes say who took part, and what was decided for the next half year.\n'.repeat(8);
  return text.replace(/    note: (.*)\n/g, (_line, words: string) => `${evidence}    note: |\n      ${words}\n${note}`);
}

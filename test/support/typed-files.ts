/** Files that are typed in a real VS Code. */

const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** Each construct of a file once, but for what surrounds it. */
export const typedFiles: Readonly<Record<'short' | 'long' | 'flow', string>> = {
  short: `sheet: psirt-maturity@1.0
subject: Edge router
assessed: ${today}
assessors: [Office, Board]
target: 2
areas:
  "1": { target: 3 }
  2:
    target: 2.5
services:
  "1.1": 0     # Finders
  1.2: 5
  '1.3': 3

  # 4 Remediation
  "4.4": 4
  5.1:
rules:
  missing-score: off
  below-target: info
`,
  long: `subject: "Router: firmware"
services:
  "1.1":
    score: 2
    target: 3.5
    evidence:
      - docs/psirt-charter.md
      - docs/psirt-charter.md#roles-and-responsibilities
      - docs/vulnerability-handling.md   # all
      - link: docs/disclosure-policy.md#reporting
        collected: ${today}
        expires: 2031-12-31
    plan:
      - action: Publish it
        owner: Office
        due: 2031-03-31
      - { action: Train, due: ${today}, done: true }
    note: |
      Scored by two.
      target: 2
  "1.2":
    excluded: No parts
`,
  flow: `{ sheet: psirt-maturity@1.0, subject: Router, target: 2.5, services: {
"1.1": 2, 1.2: 3,
"1.3": { score: 3, target: 3, evidence: [docs/psirt-charter.md, docs/psirt-charter.md#psirt-charter] } } }
`,
};

/** What the editor helps with: quotes, brackets and indentation, each above, below and beside the other. */
export const helpedFile = `subject: "Router: firmware"
assessors: [Office, Board]
areas:
  "1": { target: 3 }
services:
  "1.1":
    score: 2
    evidence:
      - docs/psirt-charter.md#roles-and-responsibilities
      - link: docs/disclosure-policy.md
        collected: ${today}
    plan:
      - action: Publish it
        due: 2031-03-31
      - { action: Train, due: ${today}, done: true }
    note: |
      Scored by two.
  "1.2": 0     # Finders
  '1.3': 3

  # 4 Remediation
  4.4: 4
`;

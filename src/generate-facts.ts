/**
 * Generates what the model says as plain data, before everything that reads it: `npm run generate` writes it; a test
 * compares.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelFacts } from './assessment/model-facts';

/** The expected content of the file, by its path relative to the project's root. */
export function factsFile(): Map<string, string> {
  return new Map([['src/assessment/model-facts.json', `${JSON.stringify(modelFacts(), null, 2)}\n`]]);
}

if (require.main === module) {
  for (const [path, content] of factsFile()) writeFileSync(join(__dirname, '..', path), content);
}

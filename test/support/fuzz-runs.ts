/** How often random inputs are tried: a fixed number in every run of the tests, many times that by `npm run fuzz`. */
export function fuzzRuns(usual: number): { numRuns: number } {
  return { numRuns: usual * Number(process.env['FUZZ'] ?? 1) };
}

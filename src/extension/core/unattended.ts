/** Runs work that nobody awaits; on failure calls `failed` with the reason, and never throws. */
export function unattended(work: () => Promise<unknown>, failed: (reason: string) => void): void {
  const begun = async (): Promise<unknown> => work();
  begun().catch((error: unknown) => failed(error instanceof Error ? error.message : String(error)));
}

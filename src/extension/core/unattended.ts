/** Does what nobody waits for; where it fails `failed` is told the reason, and nothing is thrown. */
export function unattended(work: () => Promise<unknown>, failed: (reason: string) => void): void {
  const begun = async (): Promise<unknown> => work();
  begun().catch((error: unknown) => failed(error instanceof Error ? error.message : String(error)));
}

/** Schemes of the disks of this and other machines, which tell when a file has changed; other file systems may not. */
const disks = new Set(['file', 'vscode-remote']);

export function isOnDisk({ scheme }: { readonly scheme: string }): boolean {
  return disks.has(scheme);
}

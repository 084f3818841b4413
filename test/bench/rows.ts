/** The rows of the bench: a figure of ours, a peer's where there is one, and what is aimed at. */

export type Unit = 'ms' | 'KB' | 'MB';

/** What is aimed at: of the ratio where there is a peer, else of the figure itself. */
export interface Aim {
  readonly limit: number;
  readonly is: 'at-most' | 'at-least';
  /** What is held against the limit. */
  readonly of: 'ratio' | 'ours';
}

export interface Row {
  readonly what: string;
  readonly unit: Unit;
  readonly ours: number;
  readonly peer?: number;
  readonly aim?: Aim;
}

/** A figure beside a peer's; the limit is one of their ratio. */
export function compared(what: string, ours: number, peer: number, atMost?: number): Row {
  const aim: Aim | undefined = atMost === undefined ? undefined : { limit: atMost, is: 'at-most', of: 'ratio' };
  return { what, unit: 'ms', ours, peer, ...(aim && { aim }) };
}

/** A figure of ours alone, with the most it should be. */
export function alone(what: string, ours: number, unit: Unit, atMost?: number): Row {
  const aim: Aim | undefined = atMost === undefined ? undefined : { limit: atMost, is: 'at-most', of: 'ours' };
  return { what, unit, ours, ...(aim && { aim }) };
}

/** Ours by the peer's; nothing without a peer. */
export function ratioOf({ ours, peer }: Row): number | undefined {
  return peer === undefined ? undefined : ours / peer;
}

/** Whether the aim is met; true where nothing is aimed at. */
export function isMet(row: Row): boolean {
  if (!row.aim) return true;
  const value = row.aim.of === 'ours' ? row.ours : (ratioOf(row) ?? NaN);
  return row.aim.is === 'at-most' ? value <= row.aim.limit : value >= row.aim.limit;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Colours by ANSI escape sequences, or none. */
import type { Cut } from '../../messages/safe-text';

const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;

export type Style = keyof typeof codes;

/** Applies a style to a text; its display width stays the same. */
export type Paint = <Text extends string>(style: Style, text: Text) => Cut<Text>;

export const plain: Paint = <Text extends string>(_style: Style, text: Text) => text as string as Cut<Text>;

export const coloured: Paint = <Text extends string>(style: Style, text: Text) => {
  const [on, off] = codes[style];
  return `\u001b[${on}m${text}\u001b[${off}m` as Cut<Text>;
};

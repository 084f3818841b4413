import { translator } from '../../src/messages/catalogues';
import { composeSheet } from '../../src/sheet/sheet';
import en from '../../src/sheet/wording.en.json';

export const sheet = composeSheet(en);
export const t = translator('en');

import { translator } from '../../src/messages/catalogues';
import criteria from '../../src/sheet/criteria.json';
import { composeSheet, noGlossary, type CriteriaStructure } from '../../src/sheet/sheet';
import en from '../../src/sheet/wording.en.json';

export const sheet = composeSheet(en, noGlossary, criteria as CriteriaStructure);
export const t = translator('en');

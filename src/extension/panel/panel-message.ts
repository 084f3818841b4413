/** Validates the panel's messages. */
import * as z from 'zod/mini';
import type { PanelMessage } from '../../webview/protocol';
import { criterionStates, isDate } from '../../assessment/vocabulary';
import { criterionId } from '../../sheet/criteria';
import { maximumLength } from '../../assessment/yaml/yaml-text';
import { address, level, noteText, serviceId, text } from './message-parts';

const intent = { uri: address, service: serviceId };
const criterion = text(8, z.regex(criterionId));
/** For a service, or for one of its criteria. */
const narrower = { ...intent, criterion: z.exactOptional(criterion) };
const score = z.nullable(level);

const line = text(4000, z.regex(/^[^\r\n]*$/));
const day = text(10, z.refine(isDate));
const target = z.number().check(z.gte(0), z.lte(5));
const list = z.enum(['evidence', 'plan']);
/** What is changed is named by the text it has in the file, which may be as long as a file that is read. */
const item = z.strictObject({ list, index: z.int().check(z.gte(0)), text: text(maximumLength) });
const days = z.union([day, z.literal('')]);

const record = z.union([
  z.strictObject({ kind: z.literal('note'), text: noteText }),
  z.strictObject({ kind: z.literal('target'), target: z.nullable(target) }),
  z.strictObject({
    kind: z.literal('answer'),
    criterion,
    state: z.nullable(z.enum(criterionStates)),
  }),
  z.strictObject({
    kind: z.literal('add'),
    list: z.literal('evidence'),
    values: z.strictObject({
      link: line,
      collected: z.exactOptional(day),
      expires: z.exactOptional(day),
      note: z.exactOptional(line),
    }),
  }),
  z.strictObject({
    kind: z.literal('add'),
    list: z.literal('plan'),
    values: z.strictObject({ action: line, owner: z.exactOptional(line), due: z.exactOptional(day) }),
  }),
  z.strictObject({ kind: z.literal('set'), item, key: z.enum(['link', 'action', 'owner', 'note']), value: line }),
  z.strictObject({ kind: z.literal('set'), item, key: z.enum(['collected', 'expires', 'due', 'done']), value: days }),
  z.strictObject({ kind: z.literal('remove'), item }),
]);

const headingRecord = z.discriminatedUnion('key', [
  z.strictObject({ key: z.literal('subject'), value: z.nullable(line) }),
  z.strictObject({ key: z.literal('assessed'), value: z.nullable(day) }),
  z.strictObject({ key: z.literal('assessors'), value: z.nullable(z.array(line).check(z.maxLength(100))) }),
  z.strictObject({ key: z.literal('target'), value: z.nullable(target) }),
]);

/** What the panel may send. */
export const panelMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('width'), width: z.int().check(z.gte(0), z.lte(100_000)) }),
  z.strictObject({ type: z.literal('score'), score, ...intent }),
  z.strictObject({ type: z.literal('exclude'), ...intent }),
  z.strictObject({ type: z.enum(['include', 'propose']), ...intent }),
  z.strictObject({ type: z.enum(['reveal', 'follow']), ...intent }),
  z.strictObject({ type: z.literal('plan'), ...narrower }),
  z.strictObject({ type: z.enum(['evidence', 'renew']), index: z.int().check(z.gte(0)), ...narrower }),
  z.strictObject({ type: z.literal('cite'), uris: z.array(address).check(z.maxLength(100)), ...narrower }),
  z.strictObject({ type: z.literal('record'), record, ...intent }),
  z.strictObject({ type: z.literal('heading'), uri: address, record: headingRecord }),
  z.strictObject({ type: z.enum(['read-trend', 'stop-trend']), uri: address }),
  z.strictObject({ type: z.literal('undo'), uri: address }),
  z.strictObject({ type: z.literal('redo'), uri: address }),
  z.strictObject({
    type: z.literal('resolve'),
    uri: address,
    version: z.int(),
    index: z.int().check(z.gte(0)),
    taken: z.enum(['ours', 'theirs', 'both']),
  }),
  z.strictObject({ type: z.literal('compare'), uri: address, what: z.enum(['end', 'document']) }),
  z.strictObject({ type: z.literal('report'), uri: address }),
  z.strictObject({ type: z.literal('open'), uri: address }),
  z.strictObject({ type: z.literal('new') }),
  z.strictObject({ type: z.literal('read'), service: z.optional(serviceId) }),
]);

/** The message, or `undefined` for anything that the panel does not send. */
export function readPanelMessage(message: unknown): PanelMessage | undefined {
  const result = panelMessage.safeParse(message);
  return result.success ? result.data : undefined;
}

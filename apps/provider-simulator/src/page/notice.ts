import { z, type ZodError } from 'zod';
import type { ReaderReason } from '../usage/reader-check';
import { html, type Html } from './html';
import type { Words } from './words';

const notices = [
  'DOOR_OPENED',
  'DOOR_SHUT',
  'PAID',
  'NOT_PAID',
  'REMOVED',
  'ACTIVATED',
  'HELD',
  'RELEASED',
  'SUSPENSION_NOT_KNOWN',
  'INVITED',
  'INVITES_NOBODY',
  'MEMBER_UNKNOWN',
  'READER_SET',
  'FAULT_ORDERED',
  'FAULT_CANCELLED',
  'CLOCK_MOVED',
  'CLOCK_NOT_FOLLOWED',
  'CLOCK_BACKWARDS',
  'CLOCK_TOO_FAR',
  'DURATION_MALFORMED',
  'FORM_INVALID',
  'GONE',
] as const;
export type NoticeKind = (typeof notices)[number];

const reasons = [
  'ACTIVE',
  'UNREGISTERED',
  'DOOR_NOT_GRANTED',
  'SUSPENDED',
  'EXPIRED',
  'NOT_ACCEPTED_HERE',
  'CHECK_UNAVAILABLE',
] as const satisfies readonly ReaderReason[];

/** What a form asks for, by the name in the form, as its label says it. */
const fields = {
  amount: 'amount',
  currency: 'currency',
  merchant: 'merchant',
  memberNumber: 'member',
  times: 'times',
  delayMs: 'delay',
  credentialReference: 'card',
  doorId: 'door',
  provider: 'provider',
  kind: 'kind',
  mode: 'fault',
} as const;
type FieldName = keyof typeof fields;
const isField = (name: unknown): name is FieldName => typeof name === 'string' && Object.hasOwn(fields, name);

/** The field of a form that was not as it should be. */
export const fieldOf = ({ issues }: ZodError): FieldName | undefined => issues.map(({ path }) => path[0]).find(isField);

/** What the last form did, carried in the address so that a reload of the page does not do it again. */
export const noticeQuery = z.object({
  notice: z.enum(notices).optional().catch(undefined),
  reason: z.enum(reasons).catch('ACTIVE'),
  field: z.custom<FieldName>(isField).optional().catch(undefined),
});
export type Notice = z.infer<typeof noticeQuery>;

export function renderNotice({ notice, reason, field }: Notice, words: Words): Html {
  const text =
    notice &&
    words.text(`notice.${notice}`, {
      reason: words.text(`reason.${reason}`),
      field: words.text(field ? fields[field] : 'form'),
    });
  return html`<p id="notice" class="notice" role="status" tabindex="-1">${text}</p>`;
}

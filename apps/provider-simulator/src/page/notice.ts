import { z } from 'zod';
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

/** What the last form did, carried in the address so that a reload of the page does not do it again. */
export const noticeQuery = z.object({
  notice: z.enum(notices).optional().catch(undefined),
  reason: z.enum(reasons).catch('ACTIVE'),
});
export type Notice = z.infer<typeof noticeQuery>;

export function renderNotice({ notice, reason }: Notice, words: Words): Html {
  const text = notice && words.text(`notice.${notice}`, { reason: words.text(`reason.${reason}`) });
  return html`<p id="notice" class="notice" role="status" tabindex="-1">${text}</p>`;
}

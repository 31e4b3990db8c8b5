import { randomUUID } from 'node:crypto';
import { newId, type Id } from '@bindery/kernel';
import { Webhook } from 'standardwebhooks';
import type { Answer, RunningBinding } from './start-binding-service';

/** A provider says something by itself; answers the status that it hears. */
export async function tell(
  { clock, secret, composed }: RunningBinding,
  content: object,
  { provider = 'seaside-bank', id = randomUUID() as string } = {},
): Promise<number> {
  const payload = JSON.stringify(content);
  const at = clock.now();
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, payload),
  };
  const url = `/provider-webhooks/${provider}`;
  return (await composed.http.app.inject({ method: 'POST', url, headers, payload })).statusCode;
}

/** The bank tells of a payment. */
export const charge = (
  service: RunningBinding,
  credentialReference: string,
  at: Date,
  usageId: string = randomUUID(),
): Promise<number> =>
  tell(service, {
    type: 'usage.recorded',
    usageId,
    credentialReference,
    kind: 'PAYMENT',
    place: { 'zh-CN': '影视会员', en: 'Video Club' },
    amount: { value: 1_500, currency: 'CNY' },
    at: at.toISOString(),
  });

/** What events of a type said of a binding. */
export async function eventsOf(
  service: Pick<RunningBinding, 'sql'>,
  type: string,
  bindingId: Id<'binding'>,
): Promise<Answer[]> {
  const rows = await service.sql("SELECT value FROM outbox_events WHERE headers ->> 'ce_type' = $1", [type]);
  return rows.map(({ value }) => JSON.parse(String(value))).filter((data) => data.bindingId === bindingId);
}

/** So many payments of a card, one a minute backwards from `now`, put into the table as the webhook would. */
export async function insertPayments(
  { composed: { dataSource } }: RunningBinding,
  binding: { readonly bindingId: Id<'binding'>; readonly cardId: Id<'card'>; readonly accountId: Id<'account'> },
  { count, now, place = { en: 'Corner Bakery', 'zh-CN': '街角面包店' } }: { count: number; now: Date; place?: object },
): Promise<void> {
  const mark = newId('usage').slice(-12);
  await dataSource.query(
    `INSERT INTO usage_record (id, provider, provider_usage_id, account_id, card_id, binding_id, kind, place, amount, at)
     SELECT 'usage_' || lpad(i::text, 14, '0') || $6, 'seaside-bank', $6 || i, $1, $2, $3, CASE WHEN i % 10 = 0 THEN 'DOOR_OPENED' ELSE 'PAYMENT' END, $4,
       CASE WHEN i % 10 = 0 THEN NULL ELSE jsonb_build_object('value', 100 + i, 'currency', 'CNY') END, $5::timestamptz - i * interval '1 minute'
     FROM generate_series(0, $7::int - 1) i`,
    [binding.accountId, binding.cardId, binding.bindingId, JSON.stringify(place), now, mark, count],
  );
}

/** What consumers and the relay look for all the time, whatever else is done. */
const background = /\b(dead_letters|outbox_events|consumer_offsets|provider_profile_version)\b/;

/** Statements that are sent while something is done, by all connections of this process but those that look for work meanwhile. */
export async function countStatements<Value>(
  work: () => Promise<Value>,
): Promise<{ value: Value; statements: string[] }> {
  const { Client } = await import('pg');
  const client = Client.prototype as unknown as { query: (...of: unknown[]) => unknown };
  const { query } = client;
  const sent = new Map<unknown, string[]>();
  // By hand: a spy would keep every row that was read.
  client.query = function (this: unknown, ...of: unknown[]) {
    const [statement] = of;
    const text = typeof statement === 'string' ? statement : (statement as { text: string }).text;
    sent.set(this, [...(sent.get(this) ?? []), text]);
    return query.apply(this, of);
  };
  try {
    const value = await work();
    const apart = [...sent.values()]
      .flatMap(inTransactions)
      .filter((texts) => !texts.some((text) => background.test(text)) && !texts.every(isEdge));
    return { value, statements: apart.flat() };
  } finally {
    client.query = query;
  }
}

/** What is left of a look for work that was under way when the counting began, or began when it ended: its edge alone. */
const isEdge = (text: string) => /^(begin|start|commit|rollback)\b/i.test(text);

/** The statements of one connection, those of a transaction together. */
function inTransactions(texts: readonly string[]): string[][] {
  const groups: string[][] = [];
  let open = false;
  for (const text of texts) {
    if (open) groups.at(-1)?.push(text);
    else groups.push([text]);
    if (/^(begin|start)\b/i.test(text)) open = true;
    if (/^(commit|rollback)\b/i.test(text)) open = false;
  }
  return groups;
}

import { err, ok, parseJson, type Result } from '@bindery/kernel';
import { z } from 'zod';
import { findContract } from './catalogue';
import type { BinderyEvent } from './event';
import { id } from './fields';

/** An event as it lies in the log: CloudEvents binary content mode, attributes in `ce_` headers and data as the value. */
export interface WireEvent {
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string;
}

export interface UnreadableEvent {
  readonly kind: 'ENVELOPE_MALFORMED' | 'TYPE_UNKNOWN' | 'DATA_NOT_JSON' | 'DATA_MALFORMED';
  /** For operators; holds no data of the event. */
  readonly detail: string;
}

const envelope = z.object({
  specversion: z.literal('1.0'),
  id: id('event', 'unique for ever'),
  source: z.string().min(1),
  type: z.string().min(1),
  subject: z.string().min(1),
  time: z.iso.datetime(),
  dataschema: z.string(),
  partitionkey: z.string().min(1),
  sequence: z
    .string()
    .regex(/^\d{1,16}$/)
    .optional(),
  traceparent: z.string().optional(),
});

/** CloudEvents Kafka protocol binding 1.0.2, section 3.2. */
export function toWireEvent({ data, datacontenttype, ...attributes }: BinderyEvent): WireEvent {
  const headers = Object.entries(attributes).map(([name, value]) => [`ce_${name}`, value]);
  return { headers: { ...Object.fromEntries(headers), 'content-type': datacontenttype }, value: JSON.stringify(data) };
}

/** Reads an event as a tolerant consumer: fields that the contract does not know are dropped, everything else must fit. */
export function parseEvent({ headers, value }: WireEvent): Result<BinderyEvent, UnreadableEvent> {
  const attributes = envelope.safeParse(attributesOf(headers));
  if (!attributes.success) return err({ kind: 'ENVELOPE_MALFORMED', detail: issuesOf(attributes.error) });
  const contract = findContract(attributes.data.type);
  if (!contract) return err({ kind: 'TYPE_UNKNOWN', detail: attributes.data.type });
  const json = parseJson(value);
  if (json === undefined) return err({ kind: 'DATA_NOT_JSON', detail: `${value.length} characters that are not JSON` });
  const data = contract.data.safeParse(json);
  if (!data.success) return err({ kind: 'DATA_MALFORMED', detail: issuesOf(data.error) });
  return ok({ ...attributes.data, datacontenttype: 'application/json', data: data.data } as unknown as BinderyEvent);
}

const attributesOf = (headers: WireEvent['headers']) =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (name.startsWith('ce_') ? [[name.slice(3), value]] : [])),
  );

/** Places and kinds of what does not fit, without the values: those could be anything. */
const issuesOf = (error: z.ZodError) =>
  error.issues.map((issue) => `${issue.path.join('.') || '(all)'}: ${issue.code}`).join('; ');

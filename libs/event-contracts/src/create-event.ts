import { newId } from '@bindery/kernel';
import { findContract, type EventType, type ReadDataOf } from './catalogue';
import type { EventContract } from './define-event';
import type { EventOf, NewEvent } from './event';
import { topicOf } from './topics';

/** A producer broke its own contract. A bug, so it is thrown and the transaction with it is undone. */
export class ContractBreach extends Error {
  override readonly name = 'ContractBreach';
}

export interface Origin {
  /** The service that publishes: `identity`, `binding` … */
  readonly service: string;
  readonly now: Date;
  readonly traceparent?: string;
}

/** Builds the event a producer publishes. Throws ContractBreach when the data, key, sequence or service do not fit the contract. */
export function createEvent<Type extends EventType>(
  event: NewEvent<Type>,
  { service, now, traceparent }: Origin,
): EventOf<Type> {
  const contract = findContract(event.type);
  if (!contract) throw new ContractBreach(`no contract for ${event.type}`);
  const parsed = contract.published.safeParse(event.data);
  if (!parsed.success) throw new ContractBreach(`${event.type}: ${parsed.error.message}`);
  if (contract.topic !== topicOf(service)) throw new ContractBreach(`${event.type} is not published by ${service}`);
  if (parsed.data[contract.key] !== event.key)
    throw new ContractBreach(`${event.type}: key is not the ${contract.key} of the data`);
  return {
    specversion: '1.0',
    id: newId('event', now.getTime()),
    source: `/bindery/${service}`,
    type: event.type,
    subject: event.key,
    time: now.toISOString(),
    datacontenttype: 'application/json',
    dataschema: schemaUriOf(event.type),
    partitionkey: event.key,
    ...sequenceOf(event, contract),
    ...(traceparent ? { traceparent } : {}),
    // As parsed: what the contract does not know inside nested objects is not published.
    data: parsed.data as ReadDataOf<Type>,
  };
}

/** The URI by which an event names its schema; the file is `schemas/<type>.json`. */
export const schemaUriOf = (type: string): string => `urn:bindery:schema:${type}`;

/** CloudEvents wants sequences that sort as text, hence the zeros. */
function sequenceOf(
  { type, sequence }: Pick<NewEvent, 'type' | 'sequence'>,
  { versioned }: EventContract,
): { sequence?: string } {
  if (sequence === undefined && !versioned) return {};
  const version = Number(sequence);
  if (!Number.isSafeInteger(version) || version < 1)
    throw new ContractBreach(`${type}: sequence ${String(sequence)} is not a version`);
  return { sequence: String(version).padStart(16, '0') };
}

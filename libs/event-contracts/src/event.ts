import type { Id } from '@bindery/kernel';
import type { DataOf, EventType, ReadDataOf } from './catalogue';

/**
 * An event with its CloudEvents 1.0.2 attributes (https://github.com/cloudevents/spec), named as there;
 * `partitionkey`, `sequence` and `traceparent` are its documented extensions.
 */
export interface EventOf<Type extends EventType> {
  readonly specversion: '1.0';
  /** Unique for ever; the inbox recognises a repetition by it. */
  readonly id: Id<'event'>;
  /** `/bindery/<service>`. */
  readonly source: string;
  readonly type: Type;
  /** Id of the aggregate. */
  readonly subject: string;
  /** When it was written, RFC 3339. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  readonly partitionkey: string;
  /** Version of the aggregate after the fact, as decimal text of 16 digits so that it sorts; `Number(event.sequence)` reads it. */
  readonly sequence?: string;
  readonly traceparent?: string;
  readonly data: ReadDataOf<Type>;
}

/** Any event; `event.type` tells which. */
export type BinderyEvent = { [Type in EventType]: EventOf<Type> }[EventType];

/** What a producer says; the rest of the envelope follows from it. */
export interface NewEvent<Type extends EventType = EventType> {
  readonly type: Type;
  /** Id of the aggregate: the contract's key field of the data, said twice so that a slip shows. */
  readonly key: string;
  /** Version of the aggregate after the fact, from 1; left out only for types that have none. */
  readonly sequence?: number | string;
  readonly data: DataOf<Type>;
}

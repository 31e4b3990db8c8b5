import type { ServiceDatabase } from '@bindery/persistence';
import type { Secrets } from '../data/secrets';
import type { Ports, Reader, Service } from '../topology';

/** What the environments of programs are made of. */
export interface Surroundings {
  readonly data: string;
  readonly ports: Ports;
  readonly secrets: Secrets;
  readonly databases: Readonly<Record<Service, ServiceDatabase>>;
  /** Everything of it runs but what reads events. */
  readonly withoutConsumersOf?: Service | undefined;
  /** Where events go: one of the two. */
  readonly eventLog: (
    reader: Service | Reader,
  ) => { readonly EVENT_LOG_URL: string } | { readonly KAFKA_BROKERS: string };
}

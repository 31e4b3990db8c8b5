import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { createEvent, findContract, toWireEvent, type BinderyEvent } from '@bindery/event-contracts';
import { consentRecorded } from './events';

/** As many as our relay sends at once. */
const together = 500;

/** Events a second that a bare kafkajs producer sends, from memory and with nothing to mark: acknowledged by all replicas and idempotent, as ours. */
export async function publishWithBareProducer(brokers: readonly string[], events: number): Promise<number> {
  const kafka = new Kafka({ brokers: [...brokers], clientId: 'bare', logLevel: logLevel.NOTHING });
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  const messages = Array.from({ length: events }, toMessage);
  const topic = findContract('bindery.consent.recorded.v1')?.topic ?? '';
  const begun = performance.now();
  for (let sent = 0; sent < events; sent += together)
    await producer.send({ topic, acks: -1, messages: messages.slice(sent, sent + together) });
  const seconds = (performance.now() - begun) / 1_000;
  await producer.disconnect();
  return events / seconds;
}

function toMessage() {
  const event = createEvent(consentRecorded(), { service: 'binding', now: new Date() });
  const { headers, value } = toWireEvent(event as unknown as BinderyEvent);
  return { key: event.partitionkey, headers: { ...headers }, value };
}

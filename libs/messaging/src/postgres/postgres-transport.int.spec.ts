import { retentionDays } from '@bindery/event-contracts';
import { withClient } from '@bindery/persistence';
import { eventually } from '@bindery/testing';
import { createTestEventLog, type TestEventLog } from '../testing/test-event-log';
import { terminate } from '../testing/test-service-database';
import type { IncomingMessage } from '../transport/transport';
import { itKeepsTheTailContract } from '../testing/tail-contract';
import { itKeepsTheTransportContract, type TransportUnderTest } from '../testing/transport-contract';

describe('the event log on PostgreSQL', () => {
  let eventLog: TestEventLog;
  beforeAll(async () => (eventLog = await createTestEventLog()));
  afterAll(() => eventLog.drop());

  const underTest = (): TransportUnderTest => ({
    topic: 'bindery.binding',
    newGroup: eventLog.newGroup,
    connect: eventLog.connect,
  });
  itKeepsTheTransportContract(underTest);
  describe('a tail', () => itKeepsTheTailContract(underTest));

  it('is pruned of what is old, however much that is, and of nothing else', async () => {
    const fresh = await createTestEventLog();
    const transport = fresh.connect();
    try {
      const publish = (count: number) =>
        transport.publish(
          Array.from({ length: count }, (_, number) => ({
            topic: 'bindery.binding',
            key: `card ${number}`,
            headers: {},
            value: '{}',
          })),
        );
      for (let round = 0; round < 7; round++) await publish(2_000);
      await withClient(fresh.ownerUrl, (owner) =>
        owner.query(
          `update event_log.messages set appended_at = appended_at - interval '${retentionDays['bindery.binding']} days'`,
        ),
      );
      await publish(500);
      expect(await transport.prune()).toBe(14_000);
      expect(
        await withClient(
          fresh.ownerUrl,
          async (owner) => (await owner.query('select from event_log.messages')).rowCount,
        ),
      ).toBe(500);
      expect(await transport.prune()).toBe(0);
    } finally {
      await transport.close();
      await fresh.drop();
    }
  });

  it('goes on, losing nothing and keeping the order, while its connections are terminated under load', async () => {
    const transport = eventLog.connect();
    const group = eventLog.newGroup();
    const seen: number[] = [];
    const handle = async (message: IncomingMessage) =>
      void (message.key === 'terminated' && seen.push(Number(message.value)));
    const member = await transport.consume({ group, topics: ['bindery.binding'], handle });
    try {
      for (let number = 0; number < 400; number++) {
        // Not waited for: it strikes between two messages or in the middle of one.
        const strike =
          number % 20 === 0
            ? terminate(eventLog, number % 40 === 0 ? `consumer ${group}` : 'binding event log')
            : undefined;
        await eventually(() =>
          transport.publish([{ topic: 'bindery.binding', key: 'terminated', headers: {}, value: String(number) }]),
        );
        await strike;
      }
      await eventually(() => expect([...new Set(seen)]).toEqual(Array.from({ length: 400 }, (_, number) => number)), {
        withinMs: 20_000,
      });
    } finally {
      await member.stop();
      await transport.close();
    }
  });
});

import { newId, type Id } from '@bindery/kernel';
import { createLog } from '@bindery/service';
import { playWithDeadSessions, type PreparedAct } from '@bindery/subgraph/testing';
import { confirmed, registered, unbound } from './testing/test-events';
import { contactKeys, startTestService, type TestService } from './testing/test-service';

let service: TestService;
beforeAll(async () => (service = await startTestService({ roles: 'api,consumers' })));
afterAll(() => service.stop());

const providerName = { en: 'Corner Bank of Mei', 'zh-CN': '小梅银行' };
const text = 'was taken off on';

let phones = 13_700_000_000;

/** Somebody who is reached by SMS and by mail. */
async function aRecipient() {
  const accountId = newId('account');
  const phone = `+86${++phones}`;
  const mailbox = `mei.${phones}@example.com`;
  // Long enough ago that alerts rely on both.
  const points = [
    await confirmed(accountId, phone, contactKeys, '2025-01-01T00:00:00.000Z'),
    await confirmed(accountId, mailbox, contactKeys, '2025-01-02T00:00:00.000Z'),
  ];
  for (const event of [registered(accountId), ...points]) await service.publish(event);
  const sealed = points.map(({ data }) => data.sealedAddress);
  return { accountId, canaries: [phone, phone.slice(3), mailbox, ...sealed, ...Object.values(providerName), text] };
}

/** What the runner of jobs writes of one that fails; it runs in the background, where no session is ended. */
async function asRunner(job: string, run: () => Promise<void>): Promise<void> {
  const destination = { write: (line: string) => void service.log.push(line) };
  const log = createLog({ service: 'notification', level: 'trace', format: 'json', destination });
  await run().catch((error: unknown) => log.warn({ err: error, job, attempt: 1, maxAttempts: 25 }, 'job failed'));
}

/** A delivery that waits for its job. */
async function aDelivery(channel: 'SMS' | 'EMAIL') {
  const { accountId, canaries } = await aRecipient();
  await service.publish(unbound(accountId, { providerName }));
  const [delivery] = await service.query<{ id: Id<'delivery'> }>(
    'SELECT delivery.id FROM delivery JOIN notification n ON n.id = notification_id WHERE account_id = $1 AND channel = $2 ORDER BY id DESC',
    [accountId, channel],
  );
  if (!delivery) throw new Error(`no ${channel} was planned`);
  return { id: delivery.id, canaries };
}

async function sending(channel: 'SMS' | 'EMAIL'): Promise<PreparedAct> {
  const { id, canaries } = await aDelivery(channel);
  return { run: () => asRunner('send-delivery', () => service.send(id)), canaries };
}

describe('a database session that dies at any statement leaves nothing of a person in the log', () => {
  it.each<[string, () => Promise<PreparedAct>]>([
    [
      'a contact point that is confirmed',
      async () => {
        const { accountId, canaries } = await aRecipient();
        const [phone] = canaries;
        const event = await confirmed(accountId, `${phone}1`, contactKeys);
        return { run: () => service.publish(event), canaries: [...canaries, event.data.sealedAddress] };
      },
    ],
    [
      'an event that is told',
      async () => {
        const { accountId, canaries } = await aRecipient();
        return { run: () => service.publish(unbound(accountId, { providerName })), canaries };
      },
    ],
    ['an SMS that is sent', () => sending('SMS')],
    ['a mail that is sent', () => sending('EMAIL')],
    [
      'an SMS that is asked after',
      async () => {
        const { id, canaries } = await aDelivery('SMS');
        await service.send(id);
        return { run: () => asRunner('check-delivery', () => service.check(id)), canaries };
      },
    ],
  ])('%s', async (_act, prepare) => {
    const { statements, failures, found } = await playWithDeadSessions({ lines: service.log }, prepare);
    expect(found).toEqual([]);
    expect(statements).toBeGreaterThan(2);
    expect(failures).toBeGreaterThan(0);
  });

  it('reached people all the same', () => {
    expect(service.carrier.messages.some((message) => message.text.includes(text))).toBe(true);
    expect(service.mail.mails.length).toBeGreaterThan(0);
  });
});

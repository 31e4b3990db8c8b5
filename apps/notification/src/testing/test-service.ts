import { randomBytes } from 'node:crypto';
import { migrateJobs } from '@bindery/jobs';
import { TestClock, type Clock } from '@bindery/kernel';
import type { SqlSession } from '@bindery/messaging';
import { createLog, createMetrics, readConfig } from '@bindery/service';
import { migrate, type UnitOfWork } from '@bindery/persistence';
import { createTestDatabase } from '@bindery/testing';
import { createTestGateway, testViewer } from '@bindery/trust/testing';
import { readContactKeys, type GatewayClaims } from '@bindery/trust';
import { migrations } from '../../migrations';
import { composeNotification } from '../composition-root';
import type { AfterSend } from '../domain/decide-after-send';
import { notificationConfigShape } from '../notification.config';
import { endClaim } from '../persistence/claim.repository';
import { createSendDelivery } from '../use-cases/send-delivery';
import { startMailServer } from './mail-server';
import { carrierKey, startSmsCarrierServer } from './sms-carrier-server';
import type { AnyEvent } from './test-events';

export const contactKeysText = JSON.stringify({ k1: randomBytes(32).toString('base64') });
export const contactKeys = readContactKeys(contactKeysText);

async function migrateUp(ownerUrl: string): Promise<void> {
  await migrate('up', ownerUrl, migrations);
  await migrateJobs(ownerUrl, 'notification_app');
}

export interface TestServiceOptions {
  readonly clock?: Clock;
  readonly roles?: string;
  /** An event log that nobody needs in most tests: consumers are called, not fed. */
  readonly eventLogUrl?: string;
}

/** The whole service on a database of its own, with a real carrier and a real mail server on the other side. */
export async function startTestService({
  clock = new TestClock(),
  roles = 'api',
  eventLogUrl,
}: TestServiceOptions = {}) {
  const database = await createTestDatabase('notification', migrateUp);
  const [carrier, mail, gateway] = await Promise.all([startSmsCarrierServer(), startMailServer(), createTestGateway()]);
  const logLines: string[] = [];
  const log = createLog({
    service: 'notification',
    level: 'debug',
    format: 'json',
    destination: { write: (line: string) => void logLines.push(line) },
  });
  const config = readConfig(notificationConfigShape, {
    NODE_ENV: 'test',
    PORT: '0',
    ROLES: roles,
    DATABASE_URL: database.appUrl,
    EVENT_LOG_URL: eventLogUrl ?? database.appUrl,
    GATEWAY_KEYS: gateway.keys,
    CONTACT_KEYS: contactKeysText,
    SMS_CARRIER_URL: carrier.url,
    SMS_CARRIER_KEY: carrierKey,
    SMTP_URL: mail.url,
  });
  const service = await composeNotification(config, { log, metrics: createMetrics('notification'), clock });
  for (const component of service.components) await component.start();
  const { dataSource, unitOfWork, handlers, jobHandlers, host } = service;
  const handle = (event: AnyEvent, tx: SqlSession) =>
    (handlers[event.type as keyof typeof handlers] as (event: AnyEvent, tx: SqlSession) => Promise<void>)(event, tx);
  const run = { jobId: '1', attempt: 1, maxAttempts: 25, signal: new AbortController().signal };
  const deliveriesIn = (state: string): Promise<{ deliveryId: string }[]> =>
    dataSource.query('SELECT id AS "deliveryId" FROM delivery WHERE state = $1 ORDER BY id', [state]);

  return {
    carrier,
    mail,
    log: logLines,
    query: <Row>(sql: string, params: unknown[] = []): Promise<Row[]> => dataSource.query(sql, params),
    handle,
    /** Hands events to their consumers, one after the other. */
    async deliver(...events: AnyEvent[]): Promise<void> {
      for (const event of events) await unitOfWork.run((tx) => handle(event, tx));
    },
    send: async (deliveryId: string) => jobHandlers['send-delivery']({ deliveryId }, run),
    /** Sends as a process does that is killed between the carrier's answer and the record of it. */
    async sendAndDie(deliveryId: string): Promise<void> {
      let transactions = 0;
      const dying: UnitOfWork = {
        run: (work) => ((transactions += 1) === 1 ? unitOfWork.run(work) : Promise.reject(new Error('died'))),
      };
      await createSendDelivery({ ...service.sending, unitOfWork: dying })(deliveryId);
    },
    endClaim: (claim: Parameters<typeof endClaim>[1], after: AfterSend) =>
      unitOfWork.run((tx) => endClaim(tx, claim, after, clock.now())),
    /** Runs what waits to be sent, all at once, and once. */
    sendAll: async () =>
      void (await Promise.all(
        (await deliveriesIn('QUEUED')).map((payload) => jobHandlers['send-delivery'](payload, run)),
      )),
    checkAll: async () =>
      void (await Promise.all(
        (await deliveriesIn('SENT')).map((payload) => jobHandlers['check-delivery'](payload, run)),
      )),
    unitOfWork,
    /** Asks through the door that only the gateway opens. */
    async ask(query: string, variables: object = {}, claims: Partial<GatewayClaims> = { viewer: testViewer() }) {
      const request = await gateway.sign('notification', { query, variables }, claims);
      return (await host.app.inject({ method: 'POST', url: '/graphql', ...request })).json();
    },
    async stop() {
      for (const component of [...service.components].reverse()) await component.stop();
      await Promise.all([carrier.close(), mail.close()]);
      await database.drop();
    },
  };
}

export type TestService = Awaited<ReturnType<typeof startTestService>>;

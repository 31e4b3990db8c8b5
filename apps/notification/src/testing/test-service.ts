import { randomBytes } from 'node:crypto';
import { startSmsCarrierServer } from '@bindery/delivery-channels/testing';
import { TestClock, type Clock, type Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { startTestSubgraph } from '@bindery/subgraph/testing';
import { testViewer } from '@bindery/trust/testing';
import { readContactKeys, type GatewayClaims } from '@bindery/trust';
import type { EntityManager } from 'typeorm';
import { migrations } from '../../migrations';
import { appRights } from '../../migrations/app-rights';
import { composeNotification } from '../composition-root';
import type { AfterSend } from '../deliveries/after-send.rules';
import { saveClaimEnded } from '../deliveries/claim.repository';
import { createSendDelivery } from '../deliveries/send-delivery';
import { notificationConfigShape } from '../notification.config';
import { startMailServer } from './mail-server';
import type { AnyEvent } from './test-events';

export const contactKeysText = JSON.stringify({ k1: randomBytes(32).toString('base64') });
export const contactKeys = readContactKeys(contactKeysText);

export interface TestServiceOptions {
  readonly clock?: Clock;
  readonly roles?: string;
  /** An event log that nobody needs in most tests: consumers are called, not fed. */
  readonly eventLogUrl?: string;
  /** What differs from the configuration of most tests. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The whole service on a database of its own, with a real carrier and a real mail server on the other side. */
export async function startTestService({
  clock = new TestClock(),
  roles = 'api',
  eventLogUrl,
  env = {},
}: TestServiceOptions = {}) {
  const [carrier, mail] = await Promise.all([startSmsCarrierServer(), startMailServer()]);
  const service = await startTestSubgraph({
    name: 'notification',
    migrations,
    appRights,
    configShape: notificationConfigShape,
    compose: composeNotification,
    env: {
      CONTACT_KEYS: contactKeysText,
      SMS_CARRIER_URL: carrier.url,
      SMS_CARRIER_KEY: carrier.key,
      SMTP_URL: mail.url,
      ...env,
    },
    roles,
    clock,
    eventLogUrl,
  });
  const { subscriptions, jobHandlers, sending } = service.composed;
  const { unitOfWork } = sending;
  const handle = (event: AnyEvent, tx: EntityManager) =>
    (subscriptions[event.type] as (event: AnyEvent, tx: EntityManager) => Promise<void>)(event, tx);
  const runJob = async (name: string, payload: object): Promise<void> =>
    jobHandlers[name]?.(payload, { jobId: '1', attempt: 1, maxAttempts: 25, signal: new AbortController().signal });
  const runForAll = async (name: string, state: string): Promise<void> => {
    const sql = 'SELECT id AS "deliveryId" FROM delivery WHERE state = $1 ORDER BY id';
    await Promise.all((await service.sql(sql, [state])).map((payload) => runJob(name, payload)));
  };

  return {
    carrier,
    mail,
    log: service.lines,
    query: service.sql,
    queryAsOwner: service.sqlAsOwner,
    unitOfWork,
    handle,
    /** Hands events to their consumers, one after the other. */
    async deliver(...events: AnyEvent[]): Promise<void> {
      for (const event of events) await unitOfWork.run((tx) => handle(event, tx));
    },
    /** Hands an event to the service as the event log does: what fails is logged, and tried again. Needs the role of consumers. */
    publish: (event: AnyEvent): Promise<void> => service.eventLog.republish(event),
    send: (deliveryId: Id<'delivery'>) => runJob('send-delivery', { deliveryId }),
    check: (deliveryId: Id<'delivery'>) => runJob('check-delivery', { deliveryId }),
    /** Sends as a process does that is killed between the carrier's answer and the record of it. */
    async sendAndDie(deliveryId: Id<'delivery'>): Promise<void> {
      let transactions = 0;
      const dying: UnitOfWork = {
        run: (work) => ((transactions += 1) === 1 ? unitOfWork.run(work) : Promise.reject(new Error('died'))),
      };
      await createSendDelivery({ ...sending, unitOfWork: dying })(deliveryId);
    },
    endClaim: (claim: Parameters<typeof saveClaimEnded>[1], after: AfterSend) =>
      unitOfWork.run((tx) => saveClaimEnded(tx, claim, after, clock.now())),
    /** Runs what waits to be sent, all at once, and once. */
    sendAll: () => runForAll('send-delivery', 'QUEUED'),
    checkAll: () => runForAll('check-delivery', 'SENT'),
    /** Asks through the door that only the gateway opens. */
    ask: (query: string, variables: object = {}, claims: Partial<GatewayClaims> = { viewer: testViewer() }) =>
      service.ask(query, variables, claims),
    async stop() {
      await service.stop();
      await Promise.all([carrier.close(), mail.close()]);
    },
  };
}

export type TestService = Awaited<ReturnType<typeof startTestService>>;

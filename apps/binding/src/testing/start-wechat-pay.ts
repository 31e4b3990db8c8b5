import Fastify, { type FastifyInstance } from 'fastify';
import { newId, systemClock, unwrap, type Id } from '@bindery/kernel';
import { createDataSource, createUnitOfWork, migrate } from '@bindery/persistence';
import { createLog, createSecurityLog, outsideWaitMs } from '@bindery/service';
import { createWeChatUser } from '@bindery/simulated-world';
import { createTestDatabase, eventually } from '@bindery/testing';
import { migrations } from '../../migrations';
import { loadProviderCatalogue } from '../catalogue/provider-catalogue';
import { operationMessages } from '../operations/messages/operation-messages';
import { weChatPayClasses } from '../providers';
import type { ProviderMessage } from '../providers/connector';
import type { Activation } from '../providers/connector.rules';
import { createConnectors, type ConnectorSet } from '../providers/create-connectors';
import { addProviderWebhooks } from '../webhooks/provider-webhooks.route';
import { startSimulator } from './start-simulator';

const code = 'wechat-pay';
const log = createLog({ service: 'test', level: 'silent', format: 'json' });
const profiles = new Map([...loadProviderCatalogue()].filter(([provider]) => provider === code));

/** A notification as it came, and what it was answered. */
interface Posted {
  readonly serial: string;
  readonly status: number;
}

/** Where the simulator's WeChat Pay posts what it tells; ids that had their effect are remembered. */
async function startInbox(
  heard: ProviderMessage[],
  posted: Posted[],
  set: () => ConnectorSet,
): Promise<FastifyInstance> {
  const app = Fastify();
  const remembered = new Set<string>();
  app.addHook('onSend', async ({ headers }, reply, payload) => {
    posted.push({ serial: String(headers['wechatpay-serial']), status: reply.statusCode });
    return payload;
  });
  await addProviderWebhooks(app, {
    messages: operationMessages(async (message) => {
      heard.push(message);
      return 'APPLIED';
    }),
    receivedMessages: {
      has: async (_provider, id) => remembered.has(id),
      remember: async (_provider, id) => void remembered.add(id),
    },
    inboundOf: (provider) => set().inboundOf(provider),
    clock: systemClock,
    log,
    security: createSecurityLog(log),
  });
  return app;
}

/** The real connector and what it keeps, beside the real simulator. */
export async function startWeChatPay() {
  const database = await createTestDatabase('binding', (ownerUrl) => migrate('up', ownerUrl, migrations));
  const dataSource = await createDataSource({ url: database.appUrl, entities: weChatPayClasses.entities }).initialize();
  const heard: ProviderMessage[] = [];
  const posted: Posted[] = [];
  const app = await startInbox(heard, posted, () => set);
  const publicUrl = await app.listen({ host: '127.0.0.1', port: 0 });
  const simulator = await startSimulator(publicUrl);
  const user = createWeChatUser(simulator.url);
  let minutesAhead = 0;

  /** With other keys than are agreed on, and by a clock that can be set. */
  const made: ConnectorSet[] = [];
  function connectorsWith(changes: object): ConnectorSet {
    const connectors = createConnectors({
      profiles,
      providers: { [code]: { ...simulator.providers[code], ...changes } },
      publicUrl,
      clock: { now: () => new Date(Date.now() + minutesAhead * 60_000), onMove: () => () => undefined },
      log,
      security: { record: () => undefined },
      db: dataSource.manager,
      unitOfWork: createUnitOfWork(dataSource),
      timeouts: { interactiveMs: outsideWaitMs, jobMs: 1500 },
    });
    made.push(connectors);
    return connectors;
  }
  const set: ConnectorSet = connectorsWith({});
  const connector = set.connectors(code);

  /** Signs as soon as there is something to sign; where there never is, nobody signs. */
  const sign = (activation: Activation | undefined): Promise<void> => {
    const step = activation?.steps[0];
    if (step?.kind !== 'OPEN_LINK') throw new Error('there is no page to sign on');
    return eventually(() => user.signContract(step.url), { withinMs: 1500 }).catch(() => undefined);
  };

  /** An account of its own for each, as one may have one contract. */
  let accounts = 1_000;
  async function pending(through = connector) {
    const card = { kind: 'WALLET', account: `1390000${String(++accounts).padStart(4, '0')}` };
    const { token } = unwrap(await through.tokenise(card));
    const operationId = newId('operation');
    const outcome = await through.send({ operationId, kind: 'BIND', token });
    return { token, operationId, outcome, activation: 'activation' in outcome ? outcome.activation : undefined };
  }

  async function signed() {
    const begun = await pending();
    await sign(begun.activation);
    const standing = await eventually(async () => {
      const answer = await connector.query(begun.operationId);
      if (answer.status !== 'CONFIRMED') throw new Error(`still ${answer.status}`);
      return answer;
    });
    return { ...begun, reference: standing.credentialReference ?? '' };
  }

  return {
    connector,
    connectorWith: (changes: object) => connectorsWith(changes).connectors(code),
    simulator,
    user,
    heard,
    posted,
    sign,
    pending,
    signed,
    confirmed: (operationId: Id<'operation'>) =>
      heard.filter((message) => message.type === 'operation.confirmed' && message.operationId === operationId),
    /** The clock of connectors made here, from now on. */
    setMinutesAhead: (minutes: number) => void (minutesAhead = minutes),
    /** As if its page had closed so many minutes ago. */
    closePage: (operationId: Id<'operation'>, minutesAgo: number) =>
      dataSource.query(
        `UPDATE wechat_pay_operation SET sign_until = now() - make_interval(mins => $2) WHERE operation_id = $1`,
        [operationId, minutesAgo],
      ),
    order: (fault: object) => simulator.order('PUT', '/faults', { provider: code, times: 1, ...fault }),
    async afterEach() {
      minutesAhead = 0;
      await simulator.order('DELETE', '/faults');
    },
    async stop() {
      for (const connectors of made) await connectors.close();
      await simulator.stop();
      await app.close();
      await dataSource.destroy();
      await database.drop();
    },
  };
}
export type WeChatPayInTest = Awaited<ReturnType<typeof startWeChatPay>>;

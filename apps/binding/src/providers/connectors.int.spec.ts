import Fastify, { type FastifyInstance } from 'fastify';
import { newId, systemClock, unwrap } from '@bindery/kernel';
import { createLog, createSecurityLog, outsideWaitMs } from '@bindery/service';
import { eventually } from '@bindery/testing';
import { CardNumber } from './kinds/bank-card/card-number.rules';
import type { ProviderMessage } from './connector';
import { operationMessages } from '../operations/messages/operation-messages';
import { addProviderWebhooks } from '../webhooks/provider-webhooks.route';
import { startSimulator, type RunningSimulator } from '../testing/start-simulator';
import {
  aBankForTheContract,
  aComparingBankForTheContract,
  aWalletForTheContract,
  anAccessSystemForTheContract,
  anAlipayForTheContract,
  anInvitingSiteForTheContract,
} from '../testing/contract/contract-providers';
import {
  describeConnectorContract,
  type ContractProvider,
  type PlannedBehaviour,
} from '../testing/contract/connector-contract';
import { noDatabase } from '../testing/no-database';
import { createConnectors, type ConnectorSet } from './create-connectors';
import { loadProviderCatalogue } from '../catalogue/provider-catalogue';

const log = createLog({ service: 'test', level: 'silent', format: 'json' });
const faultOf: Record<PlannedBehaviour, object> = {
  REFUSE_LATER: { mode: 'refuse' },
  UNKNOWN: { mode: 'error' },
  // Longer than the connector waits.
  UNKNOWN_DONE: { mode: 'timeout-then-success', delayMs: 5000 },
  TWICE: { mode: 'twice' },
  LATE: { mode: 'late', delayMs: 300 },
  NEVER: { mode: 'never' },
  CONTRADICT: { mode: 'contradict' },
};

const heard: ProviderMessage[] = [];
let app: FastifyInstance;
let simulator: RunningSimulator;
let set: ConnectorSet;

beforeAll(async () => {
  app = Fastify();
  await addProviderWebhooks(app, {
    messages: operationMessages(async (message) => {
      heard.push(message);
      return 'APPLIED';
    }),
    receivedMessages: { has: async () => false, remember: async () => undefined },
    inboundOf: (code) => set.inboundOf(code),
    clock: systemClock,
    log,
    security: createSecurityLog(log),
  });
  const publicUrl = await app.listen({ host: '127.0.0.1', port: 0 });
  simulator = await startSimulator(publicUrl);
  const { providers } = simulator;
  set = createConnectors({
    profiles: loadProviderCatalogue(),
    providers,
    publicUrl,
    clock: systemClock,
    log,
    ...noDatabase,
    timeouts: { interactiveMs: outsideWaitMs, jobMs: 1500 },
  });
});

afterAll(async () => {
  await set?.close();
  await simulator?.stop();
  await app?.close();
});

afterEach(() => simulator.order('DELETE', '/faults'));

const bank = 'seaside-bank';

/** A provider of the simulator, as the contract suite drives it. */
const inSimulator = (code: string, cards: Cards): ContractProvider => ({
  connector: set.connectors(code),
  heard: () => heard,
  plan: async (kind, behaviour) =>
    void (await simulator.order('PUT', '/faults', { provider: code, kind, times: 1, ...faultOf[behaviour] })),
  settle: () => undefined,
  removeOutside: async (reference) =>
    void (await simulator.order('POST', `/providers/${code}/credentials/${reference}/removal`)),
  setObligations: async (reference, obligations) =>
    void (await simulator.order('PUT', `/providers/${code}/credentials/${reference}/obligations`, obligations)),
  ...cards,
});

type Cards = Omit<ContractProvider, 'connector' | 'heard' | 'plan' | 'settle' | 'removeOutside' | 'setObligations'>;
const contracts: Readonly<Record<string, Cards>> = {
  [bank]: aBankForTheContract,
  cloudgate: anAccessSystemForTheContract,
  'sinopec-yijie': aWalletForTheContract,
  alipay: anAlipayForTheContract,
};

describeConnectorContract('lotus-bank of the provider simulator', () => ({
  ...inSimulator('lotus-bank', { ...aComparingBankForTheContract, activate: null }),
  async activate(operationId, activation) {
    expect(activation?.steps).toEqual([{ kind: 'ENTER_CODE', sentTo: '+86138****8000' }]);
    const url = `${simulator.url}/messages?to=${encodeURIComponent('+8613800138000')}`;
    const { messages } = (await (await fetch(url)).json()) as { messages: { text: string }[] };
    const code = /\d{6}/.exec(messages[0]?.text ?? '')?.[0] ?? '';
    expect(
      await set.connectors('lotus-bank').activate?.(operationId, { code: '000000' === code ? '111111' : '000000' }),
    ).toEqual({
      status: 'REJECTED',
      reason: 'CODE_WRONG',
      attemptsLeft: 2,
    });
    expect(await set.connectors('lotus-bank').activate?.(operationId, { code })).toMatchObject({ status: 'CONFIRMED' });
  },
}));

describeConnectorContract('northgate of the provider simulator', () => ({
  ...inSimulator('northgate', { ...anInvitingSiteForTheContract, activate: null }),
  async activate(operationId, activation) {
    expect(activation?.steps).toEqual([{ kind: 'ENTER_CODE', sentTo: null }]);
    const member = { site: 'north-tower', memberNumber: 'NT-2001' };
    const { code } = (await simulator.order('POST', '/providers/northgate/invitations', member)) as { code: string };
    expect(await set.connectors('northgate').activate?.(operationId, { code })).toMatchObject({ status: 'CONFIRMED' });
  },
}));

for (const [code, cards] of Object.entries(contracts))
  describeConnectorContract(`${code} of the provider simulator`, () => inSimulator(code, cards));

describe('the real client and the provider simulator', () => {
  it('learns at once what can never work', async () => {
    const request = {
      operationId: newId('operation'),
      kind: 'RESTORE',
      token: 'tok_x',
      credentialReference: 'cred_x',
    } as const;
    expect(await set.connectors('cloudgate').send(request)).toMatchObject({ status: 'REFUSED' });
  });

  it('learns that the holder must activate the card at the bank, and then that it was done', async () => {
    const connector = set.connectors(bank);
    const input = { kind: 'BANK_CARD', number: unwrap(CardNumber.parse('4000000000090003')) } as const;
    const { token } = unwrap(await connector.tokenise(input));
    const operationId = newId('operation');
    await connector.send({ operationId, kind: 'BIND', token });
    await eventually(async () => expect(await connector.query(operationId)).toEqual({ status: 'ACTIVATION_REQUIRED' }));
    await simulator.order('POST', `/providers/${bank}/operations/${operationId}/activation`);
    await eventually(async () => expect(await connector.query(operationId)).toMatchObject({ status: 'CONFIRMED' }));
    const types = () =>
      heard
        .filter((message) => 'operationId' in message && message.operationId === operationId)
        .map(({ type }) => type);
    await eventually(() => expect(types()).toEqual(['operation.activation_required', 'operation.confirmed']));
  });

  it('is unknown to a provider with another secret', async () => {
    const secret = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
    const { url, providers } = simulator;
    const stranger = createConnectors({
      profiles: loadProviderCatalogue(),
      providers: { ...providers, [bank]: { ...providers[bank], secret } },
      publicUrl: url,
      clock: systemClock,
      log,
      ...noDatabase,
    });
    expect(await stranger.connectors(bank).query(newId('operation'))).toEqual({
      status: 'UNAVAILABLE',
      detail: 'status 401',
    });
    await stranger.close();
  });
});

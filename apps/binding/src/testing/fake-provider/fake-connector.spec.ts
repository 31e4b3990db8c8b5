import { newId } from '@bindery/kernel';
import { describeConnectorContract, type ContractProvider } from '../contract/connector-contract';
import type { ProviderMessage } from '../../providers/connector';
import { aBankForTheContract } from '../contract/contract-providers';
import { createFakeConnector } from './fake-connector';

function createContractProvider(): ContractProvider {
  const fake = createFakeConnector();
  const heard: ProviderMessage[] = [];
  return {
    connector: fake.connector,
    ...aBankForTheContract,
    heard: () => heard,
    plan: fake.plan,
    settle: (options) => void heard.push(...fake.settle(options)),
    removeOutside: (reference) => void heard.push(fake.removeOutside(reference)),
    setObligations: fake.setObligations,
  };
}

let provider: ContractProvider;
beforeEach(() => {
  provider = createContractProvider();
});

describeConnectorContract('the fake', () => provider);

describe('the fake connector', () => {
  const request = { operationId: newId('operation'), kind: 'BIND', token: 'tok_1111' } as const;

  it('settles at once where that is planned', async () => {
    const fake = createFakeConnector();
    fake.plan('BIND', 'CONFIRM', 'REFUSE');
    expect(await fake.connector.send(request)).toMatchObject({ status: 'CONFIRMED' });
    expect(await fake.connector.send({ ...request, operationId: newId('operation') })).toEqual({
      status: 'REFUSED',
      cause: 'PROVIDER_DECLINED',
    });
    expect(fake.settle({ late: true })).toEqual([]);
  });

  it('settles without a word where that is planned', async () => {
    const fake = createFakeConnector();
    fake.plan('BIND', 'SILENT');
    await fake.connector.send(request);
    expect(fake.settle()).toEqual([]);
    expect(await fake.connector.query(request.operationId)).toMatchObject({ status: 'CONFIRMED' });
  });

  it("waits for the holder's step where that is planned", async () => {
    const fake = createFakeConnector();
    fake.plan('BIND', 'ACTIVATION');
    await fake.connector.send(request);
    expect(fake.settle()).toEqual([expect.objectContaining({ type: 'operation.activation_required' })]);
    expect(fake.activate(request.operationId)).toEqual([expect.objectContaining({ type: 'operation.confirmed' })]);
  });

  it('answers nothing while it is away, and remembers what was sent', async () => {
    const fake = createFakeConnector();
    fake.away = true;
    expect(await fake.connector.send(request)).toMatchObject({ status: 'UNKNOWN' });
    expect(await fake.connector.query(request.operationId)).toMatchObject({ status: 'UNAVAILABLE' });
    expect(await fake.connector.credentialStatus('cred_1')).toMatchObject({ ok: false });
    fake.away = false;
    expect(await fake.connector.query(request.operationId)).toEqual({ status: 'OPERATION_UNKNOWN' });
    expect(fake.sent).toEqual([request]);
  });
});

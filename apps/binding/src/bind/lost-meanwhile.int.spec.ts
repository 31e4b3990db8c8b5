import type { Id } from '@bindery/kernel';
import {
  aHolder,
  bankCard,
  bind,
  confirm,
  mutate,
  proofOf,
  readBinding,
  settle,
  startInput,
  unbind,
  type Holder,
} from '../testing/holder';
import { checkHistory } from '../testing/history-checker';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
let finder: Holder;
let card: object;
let cardId: Id<'card'>;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(async () => {
  holder = aHolder();
  finder = aHolder();
  card = bankCard();
  cardId = (await bind(service, holder, 'seaside-bank', card)).cardId;
});
afterEach(async () => void (await checkHistory(service.composed.dataSource)));

const bank = () => service.providers['seaside-bank'];
const reportLost = () => mutate(service, holder, 'reportLost', { cardId });
const read = (bindingId: Id<'binding'>) => readBinding(service, finder, bindingId);
const alarms = () => service.lines.filter((line) => line.includes('lost-card-refused')).length;

/** The finder has begun and confirmed, and nothing has left yet. */
async function begun(): Promise<{ bindingId: Id<'binding'>; operationId: Id<'operation'> }> {
  const { binding } = await mutate(service, finder, 'startBinding', startInput(finder, 'seaside-bank', card));
  const { operation } = await confirm(service, finder, binding.id);
  return { bindingId: binding.id, operationId: operation.id };
}

/** It waits for the provider's own step. */
async function awaiting() {
  bank().plan('BIND', 'ACTIVATION');
  bank().activation = { steps: [{ kind: 'ENTER_CODE', sentTo: '138****8000' }], until: '2026-01-01T01:00:00.000Z' };
  const one = await begun();
  await settle(service);
  expect(await read(one.bindingId)).toMatchObject({ phase: 'AWAITING_ACTIVATION' });
  return one;
}

/** It has not come about here, and at the bank it goes; the finder hears what any holder of a declined card does. */
async function expectDeclined(bindingId: Id<'binding'>, operationId: Id<'operation'>): Promise<void> {
  await settle(service);
  service.clock.advance(10_000);
  await settle(service);
  expect(await read(bindingId)).toMatchObject({ phase: 'DECLINED', status: 'DECLINED' });
  expect(await bank().connector.credentialStatus(`cred_${operationId}`)).toEqual({ ok: true, value: 'ABSENT' });
  const query = 'query ($id: ID!) { binding(id: $id) { lastRefusal { operation text } } }';
  const { data } = await service.ask(query, { id: bindingId }, finder.claims);
  const declined = aHolder();
  bank().plan('BIND', 'REFUSE');
  const other = await bind(service, declined, 'seaside-bank', bankCard());
  const theirs = await service.ask(query, { id: other.bindingId }, declined.claims);
  expect(data.binding.lastRefusal).toEqual(theirs.data.binding.lastRefusal);
  expect(
    await service.sql(
      "SELECT key FROM outbox_events WHERE headers->>'ce_type' = 'bindery.binding.bind-refused.v1' AND key = $1",
      [bindingId],
    ),
  ).toHaveLength(1);
}

describe('a card that is reported lost after its provider was asked to bind it elsewhere', () => {
  it('is not bound by the code that the finder types, who hears that it is refused', async () => {
    const { bindingId, operationId } = await awaiting();
    await reportLost();
    const before = alarms();
    expect(await mutate(service, finder, 'answerActivation', { bindingId, code: '482913' })).toMatchObject({
      __typename: 'ActivationRejectedError',
      rejection: 'REFUSED',
      message: 'The provider does not accept this.',
      attemptsLeft: 0,
    });
    expect(alarms()).toBe(before + 1);
    await expectDeclined(bindingId, operationId);
  });

  it('is not bound by what the finder does at the provider, however often that is told', async () => {
    const { bindingId, operationId } = await awaiting();
    await reportLost();
    const before = alarms();
    const [message] = bank().activate(operationId);
    if (!message) throw new Error('nothing is told');
    expect(await service.composed.applyProviderMessage(message)).toBe('TURNED_DOWN');
    expect(await service.composed.applyProviderMessage(message)).toBe('STALE');
    expect(alarms()).toBe(before + 1);
    await expectDeclined(bindingId, operationId);
  });

  it('is not bound where the provider says so only when it is asked', async () => {
    const { bindingId, operationId } = await awaiting();
    await reportLost();
    bank().activate(operationId);
    service.clock.advance(11 * 60_000);
    await expectDeclined(bindingId, operationId);
  });

  it('is not bound where the step was asked for anew and needs no doing any more', async () => {
    const { bindingId, operationId } = await awaiting();
    await reportLost();
    bank().activate(operationId);
    const query = jest.spyOn(bank().connector, 'query').mockResolvedValueOnce({ status: 'OPERATION_UNKNOWN' });
    service.clock.advance(11 * 60_000);
    await service.jobs.run({ mayFail: true });
    expect(bank().sent.filter((one) => one.operationId === operationId)).toHaveLength(2);
    query.mockRestore();
    await expectDeclined(bindingId, operationId);
  });

  it('is not bound by the message that ends a request under way', async () => {
    const { bindingId, operationId } = await begun();
    await service.jobs.run();
    expect(await read(bindingId)).toMatchObject({ phase: 'BINDING' });
    await reportLost();
    await expectDeclined(bindingId, operationId);
  });

  it('is not bound by the answer to the request itself', async () => {
    const { bindingId, operationId } = await begun();
    bank().plan('BIND', 'CONFIRM');
    const { send } = bank().connector;
    const spy = jest.spyOn(bank().connector, 'send').mockImplementationOnce(async (request) => {
      await reportLost();
      return send(request);
    });
    await service.jobs.run();
    spy.mockRestore();
    await expectDeclined(bindingId, operationId);
  });

  it('is not put back either, and goes again at the provider', async () => {
    const { bindingId } = await bind(service, finder, 'seaside-bank', card);
    const reference = (await read(bindingId)).credentialReference as string;
    await unbind(service, finder, bindingId);
    await settle(service);
    service.clock.advance(1000);
    const proof = await proofOf(service, finder, 'RESTORE', bindingId);
    await mutate(service, finder, 'requestRestore', { bindingId, proof });
    await service.jobs.run();
    expect(await read(bindingId)).toMatchObject({ phase: 'RESTORING' });
    await reportLost();
    const [message] = bank().settle();
    expect(message && (await service.composed.applyProviderMessage(message))).toBe('TURNED_DOWN');
    expect(await bank().connector.credentialStatus(reference)).toEqual({ ok: true, value: 'ACTIVE' });
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ phase: 'UNBOUND', status: 'UNBOUND' });
    expect(await bank().connector.credentialStatus(reference)).toEqual({ ok: true, value: 'ABSENT' });
  });

  it('is bound where the report is taken back before', async () => {
    const { bindingId } = await awaiting();
    await reportLost();
    await settle(service);
    const proof = await proofOf(service, holder, 'FOUND', cardId);
    await mutate(service, holder, 'reportFound', { cardId, proof });
    expect(await mutate(service, finder, 'answerActivation', { bindingId, code: '482913' })).toMatchObject({
      __typename: 'AnswerActivationSuccess',
      binding: { status: 'ACTIVE' },
    });
  });
});

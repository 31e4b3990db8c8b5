import type { Id } from '@bindery/kernel';
import { createPhonesOutside, createSimulatedWorld, createWeChatUser } from '@bindery/simulated-world';
import { eventually } from '@bindery/testing';
import { consentTo } from '../testing/consent';
import { aHolder, mutate, type Holder } from '../testing/holder';
import { withAnotherDevice } from '../testing/scenes';
import type { Answer, RunningBinding } from '../testing/start-binding-service';
import { createBindingProcess, type BindingProcess } from '../testing/start-process';

let binding: BindingProcess;
/** The process is asked as a service within the test is. */
let service: RunningBinding;
/** On the old device, and the same account on the new one. */
let before: Holder;
let holder: Holder;

beforeAll(async () => {
  binding = await createBindingProcess();
  await binding.start();
  service = binding as unknown as RunningBinding;
}, 120_000);
afterAll(() => binding?.stop());
beforeEach(async () => {
  before = aHolder();
  holder = await withAnotherDevice(binding, before);
});

const from = () => before.viewer.deviceId;
const within = { withinMs: 30_000, everyMs: 200 };

async function read(bindingId: string): Promise<Answer> {
  const query =
    'query ($id: ID!) { binding(id: $id) { status phase credentialReference activation { steps { kind url } } nextSteps { code } } }';
  return (await binding.ask(query, { id: bindingId }, holder.claims)).data.binding;
}
const becomes = (bindingId: string, expected: object) =>
  eventually(async () => expect(await read(bindingId)).toMatchObject(expected), within);
const linkOf = (bindingId: string): Promise<string> =>
  eventually(async () => {
    const url: unknown = (await read(bindingId)).activation?.steps[0]?.url;
    expect(url).toEqual(expect.any(String));
    return url as string;
  }, within);

/** Begins with what is entered on the device of one of them, and proves it. */
async function begin(by: Holder, provider: string, card: object): Promise<Id<'binding'>> {
  const { deviceId, accountId } = by.viewer;
  const started = await mutate(service, by, 'startBinding', { provider, deviceId, consent: consentTo(provider), card });
  const bindingId = started.binding.id as Id<'binding'>;
  const proof = await binding.prove('BIND', accountId, bindingId);
  expect(await mutate(service, by, 'confirmBinding', { bindingId, proof })).toMatchObject({
    __typename: 'ConfirmBindingSuccess',
  });
  return bindingId;
}

/** Asks for the move of all cards to the new device; answers the one that there is. */
async function move(): Promise<Answer> {
  const query =
    'query ($id: ID!) { movePlan(fromDeviceId: $id) { ... on MovePlan { digest cards { binding { id } } } } }';
  const { digest: planDigest } = await eventually(async () => {
    const { movePlan } = (await binding.ask(query, { id: from() }, holder.claims)).data;
    expect(movePlan.cards).toHaveLength(1);
    return movePlan as Answer;
  }, within);
  const proof = await binding.prove('MOVE', holder.viewer.accountId, from(), planDigest);
  return (await mutate(service, holder, 'moveCards', { fromDeviceId: from(), planDigest, proof })).cards[0];
}

it('moves a contract with WeChat Pay once its holder has entered and signed it on the new device', async () => {
  const user = createWeChatUser(binding.simulator.url);
  const world = createSimulatedWorld(binding.simulator.url);
  const standing = async (reference: string) =>
    (await world.memory()).credentials.find(({ credentialReference }) => credentialReference === reference)?.status;
  const card = { wallet: { account: 'moves@wechat.test' } };
  const oldId = await begin(before, 'wechat-pay', card);
  await user.signContract(await linkOf(oldId));
  await becomes(oldId, { status: 'ACTIVE' });
  const { credentialReference } = await read(oldId);

  expect(await move()).toMatchObject({
    outcome: 'NEEDS_CARD',
    carries: ['HISTORY'],
    successor: null,
    rebindOffer: { previousBindingId: oldId, field: 'wallet', asks: [{ name: 'account', known: null }] },
  });
  expect((await read(oldId)).nextSteps).toContainEqual({ code: 'REBIND' });
  const newId = await begin(holder, 'wechat-pay', card);
  const link = await linkOf(newId);
  expect(await read(oldId)).toMatchObject({ status: 'ACTIVE' });
  await user.signContract(link);
  await becomes(newId, { status: 'ACTIVE' });
  await becomes(oldId, { phase: 'REPLACED' });
  await eventually(async () => expect(await standing(credentialReference)).toBe('ABSENT'), within);
  expect(await standing((await read(newId)).credentialReference)).toBe('ACTIVE');
}, 120_000);

it('moves a pass by itself: the new phone adds it, and the one on the old phone is void', async () => {
  const phones = createPhonesOutside(binding.simulator.url);
  const [oldPhone, newPhone] = ['moves-from', 'moves-to'];
  const oldId = await begin(before, 'apple-wallet', { pass: { holderName: 'Li Mei' } });
  const { serialNumber } = await phones.addPass(oldPhone, await linkOf(oldId));
  await becomes(oldId, { status: 'ACTIVE' });
  const moved = await move();
  expect(moved).toMatchObject({ outcome: 'NEEDS_STEP', rebindOffer: null, carries: ['NUMBER', 'HISTORY'] });
  await phones.addPass(newPhone, await linkOf(moved.successor.id));
  await becomes(moved.successor.id, { status: 'ACTIVE' });
  await becomes(oldId, { phase: 'REPLACED' });
  await eventually(async () => {
    const old = (await phones.passesOn(oldPhone)).find((each) => each.serialNumber === serialNumber);
    expect(old).toMatchObject({ voided: true });
  }, within);
}, 120_000);

import { eventually } from '@bindery/testing';
import { createSimulatedWorld, type SimulatedWorld } from '@bindery/simulated-world';
import { consentTo } from './testing/consent';
import { aHolder, mutate, newKey, type Holder } from './testing/holder';
import type { RunningBinding } from './testing/start-binding-service';
import { createBindingProcess, type BindingProcess } from './testing/start-process';

const provider = 'token-pocket';
const fields = `status phase credentialReference activation { steps { kind message meaning scheme } until } sync { state }
  card { displayName brand lastFour kind } restorable { strategy until }`;

let binding: BindingProcess;
let world: SimulatedWorld;
let holder: Holder;
beforeAll(async () => {
  binding = await createBindingProcess();
  world = createSimulatedWorld(binding.simulator.url);
  await binding.start();
}, 60_000);
afterAll(() => binding.stop());
beforeEach(() => {
  holder = aHolder();
});

const command = (name: Parameters<typeof mutate>[2], input: object) =>
  mutate(binding as unknown as RunningBinding, holder, name, input);

async function read(id: string) {
  const { data, errors } = await binding.ask(
    `query ($id: ID!) { binding(id: $id) { ${fields} } }`,
    { id },
    holder.claims,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.binding;
}

const becomes = (bindingId: string, status: string) =>
  eventually(async () => expect((await read(bindingId)).status).toBe(status), { withinMs: 25_000, everyMs: 100 });

/** The text that the holder has to sign, once there is one. */
async function toSign(bindingId: string): Promise<string> {
  let message: string | undefined;
  await eventually(
    async () => {
      message = (await read(bindingId)).activation?.steps[0]?.message;
      expect(message).toEqual(expect.any(String));
    },
    { withinMs: 25_000, everyMs: 100 },
  );
  return message ?? '';
}

async function answer(bindingId: string, signature: string) {
  const { data, errors } = await binding.ask(
    `mutation ($input: AnswerActivationInput!) { answerActivation(input: $input) { __typename
       ... on AnswerActivationSuccess { binding { ${fields} } }
       ... on ActivationRejectedError { rejection attemptsLeft }
       ... on Problem { code message remedies { code } } } }`,
    { input: { idempotencyKey: newKey(), bindingId, signature } },
    holder.claims,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.answerActivation;
}

async function start(chain: string, address: string) {
  const { deviceId } = holder.viewer;
  const card = { address: { chain, address } };
  return command('startBinding', { provider, deviceId, consent: consentTo(provider), card });
}

async function confirmed(chain: string, address: string): Promise<string> {
  const started = await start(chain, address);
  expect(started.__typename).toBe('StartBindingSuccess');
  const bindingId = started.binding.id as string;
  const proof = await binding.prove('BIND', holder.viewer.accountId, bindingId);
  expect(await command('confirmBinding', { bindingId, proof })).toMatchObject({ __typename: 'ConfirmBindingSuccess' });
  return bindingId;
}

async function bound(chain: string): Promise<string> {
  const bindingId = await confirmed(chain, await world.walletAddress(chain));
  const signature = await world.signMessage(chain, await toSign(bindingId));
  expect(await answer(bindingId, signature)).toMatchObject({ __typename: 'AnswerActivationSuccess' });
  await becomes(bindingId, 'ACTIVE');
  return bindingId;
}

async function unbind(bindingId: string): Promise<void> {
  const { data } = await binding.ask(
    'query ($id: ID!) { unbindPreflight(bindingId: $id) { digest fee { value } blockers { code } effects { __typename text } } }',
    { id: bindingId },
    holder.claims,
  );
  const { digest, fee, blockers, effects } = data.unbindPreflight;
  expect({ fee, blockers }).toEqual({ fee: null, blockers: [] });
  expect(effects.map(({ __typename }: { __typename: string }) => __typename)).toEqual([
    'TakesEffectEffect',
    'RestorableEffect',
    'DevicesEffect',
    'KeysStayEffect',
    'HistoryStaysEffect',
  ]);
  const proof = await binding.prove('UNBIND', holder.viewer.accountId, bindingId, digest);
  expect(await command('requestUnbind', { bindingId, planDigest: digest, reason: 'PRIVACY', proof })).toMatchObject({
    __typename: 'RequestUnbindSuccess',
  });
  await becomes(bindingId, 'UNBOUND');
}

describe('an address whose holder keeps the keys', () => {
  it('is bound by a signature of its wallet, suspended, unbound, and comes back by signing again', async () => {
    const bindingId = await bound('eip155:56');
    const first = await read(bindingId);
    expect(first).toMatchObject({
      card: {
        kind: 'CRYPTO_ADDRESS',
        brand: 'BNB Smart Chain',
        displayName: `BNB Smart Chain ·· ${first.card.lastFour}`,
      },
      activation: null,
      sync: { state: 'IN_SYNC' },
    });
    expect(await command('suspendBinding', { bindingId })).toMatchObject({ binding: { status: 'SUSPENDED' } });
    expect(await command('resumeBinding', { bindingId })).toMatchObject({ binding: { status: 'ACTIVE' } });
    await unbind(bindingId);

    const proof = await binding.prove('RESTORE', holder.viewer.accountId, bindingId);
    expect(await command('requestRestore', { bindingId, proof })).toMatchObject({
      __typename: 'RequestRestoreSuccess',
      binding: { status: 'RESTORING' },
    });
    const message = await toSign(bindingId);
    expect(await answer(bindingId, `0x${'ab'.repeat(64)}1b`)).toMatchObject({ __typename: 'ActivationRejectedError' });
    expect(await read(bindingId)).toMatchObject({ status: 'RESTORING', sync: { state: 'PENDING' } });
    expect(await answer(bindingId, await world.signMessage('eip155:56', message))).toMatchObject({
      __typename: 'AnswerActivationSuccess',
    });
    await becomes(bindingId, 'ACTIVE');
    const again = await read(bindingId);
    expect(again.credentialReference).not.toBe(first.credentialReference);
    await unbind(bindingId);
  });

  it.each([
    'tron:0x2b6653dc',
    'bip122:000000000019d6689c085ae165831e93',
    'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp',
    'aptos:1',
    'polkadot:91b171bb158e2d3848fa23a9f1c25182',
    'polkadot:b0a8d493285c2df73290dfb7e61f870f',
    'antelope:aca376f206b8fc25a6ed44dbdc66547c',
    'eip155:66',
  ])('is bound on %s by a wallet that the platform shares no code with', async (chain) => {
    await bound(chain);
  });

  it('says why a signature is not taken, in the holder’s language, and waits on', async () => {
    const chain = 'eip155:1';
    const bindingId = await confirmed(chain, await world.walletAddress(chain));
    const message = await toSign(bindingId);
    expect((await read(bindingId)).activation.steps[0].meaning).toContain('moves no funds');
    const other = await world.walletAddress(chain, 1);
    const ofOther = await world.signMessage(chain, message.replace(await world.walletAddress(chain), other), 1);
    holder = { ...holder, claims: { ...holder.claims, locale: 'zh-CN' } };
    expect(await answer(bindingId, ofOther)).toMatchObject({
      rejection: 'OTHER_ADDRESS',
      attemptsLeft: 9,
      message: expect.stringContaining('另一个地址'),
      remedies: [{ code: 'CorrectInput' }, { code: 'UseOtherCard' }],
    });
    expect(await answer(bindingId, `0x${'00'.repeat(200)}`)).toMatchObject({ rejection: 'CONTRACT_ACCOUNT' });
    await becomes(bindingId, 'AWAITING_ACTIVATION');
    expect(await answer(bindingId, await world.signMessage(chain, message))).toMatchObject({
      __typename: 'AnswerActivationSuccess',
    });
    await becomes(bindingId, 'ACTIVE');
  });

  it('is one card however its address is written, and another on another chain', async () => {
    const address = await world.walletAddress('eip155:1', 2);
    const first = await start('eip155:1', address.toLowerCase());
    expect(first.__typename).toBe('StartBindingSuccess');
    expect(await start('eip155:1', ` ${address}\u200b`)).toMatchObject({ __typename: 'AlreadyBoundError' });
    expect(await start('eip155:1', `0x${address.slice(2).toUpperCase()}`)).toMatchObject({
      __typename: 'AlreadyBoundError',
    });
    expect(await start('eip155:10', address)).toMatchObject({ __typename: 'StartBindingSuccess' });
  });

  it('is refused before anything is asked where nobody could prove it', async () => {
    const refused = (refusal: string) => expect.objectContaining({ __typename: 'BindingRefusedError', refusal });
    const address = await world.walletAddress('eip155:1', 3);
    const mistyped = address.replace(/[a-f]/, (letter) => letter.toUpperCase());
    expect(await start('eip155:1', mistyped === address ? '0x12' : mistyped)).toEqual(refused('ADDRESS_INVALID'));
    expect(await start('dogecoin:1', address)).toEqual(refused('CHAIN_UNKNOWN'));
    expect(await start('antelope:aca376f206b8fc25a6ed44dbdc66547c', 'tokenpocket1')).toEqual(
      refused('ADDRESS_CANNOT_SIGN'),
    );
  });

  it('is nobody’s but who began it: another account can neither read nor answer', async () => {
    const chain = 'eip155:1';
    const bindingId = await confirmed(chain, await world.walletAddress(chain, 4));
    const message = await toSign(bindingId);
    const signature = await world.signMessage(chain, message, 4);
    const owner = holder;
    holder = aHolder();
    expect(await answer(bindingId, signature)).toMatchObject({ __typename: 'NotFoundError' });
    holder = owner;
    expect(await answer(bindingId, signature)).toMatchObject({ __typename: 'AnswerActivationSuccess' });
  });
});

describe('the simulated wallet', () => {
  const url = () => `${binding.simulator.url}/providers/${provider}`;
  const text = (domain: string, address: string) =>
    `${domain} wants you to sign in with your Ethereum account:\n${address}\n\nA text.\n\nURI: https://${domain}/\nVersion: 1\nChain ID: 1\nNonce: 0123456789\nIssued At: 2026-01-01T00:00:00.000Z\nExpiration Time: 2999-01-01T00:00:00.000Z`;

  it('signs for nobody it does not know', async () => {
    const address = await world.walletAddress('eip155:1');
    await expect(world.signMessage('eip155:1', text('evil.example', address))).rejects.toThrow('DOMAIN_UNKNOWN');
    await expect(world.signMessage('eip155:1', 'Hello')).rejects.toThrow('MESSAGE_UNREADABLE');
    await expect(world.signMessage('eip155:1', text('wallet.test.example', `0x${'11'.repeat(20)}`))).rejects.toThrow(
      'ADDRESS_NOT_MINE',
    );
  });

  it('has a page in both languages that needs no script, and shows who asks before it signs', async () => {
    const address = await world.walletAddress('eip155:1');
    const open = await fetch(`${url()}/wallet`, { headers: { 'accept-language': 'zh-CN' } });
    expect(open.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await open.text()).toContain('模拟钱包');
    const post = async (path: string, message: string) =>
      (
        await fetch(`${url()}/wallet/${path}`, {
          method: 'POST',
          body: new URLSearchParams({ chain: 'eip155:1', account: '0', message: message.replaceAll('\n', '\r\n') }),
          headers: { 'accept-language': 'en' },
        })
      ).text();
    const good = text('wallet.test.example', address);
    expect(await post('read', good)).toContain('wallet.test.example asks for your signature');
    expect(await post('sign', good)).toContain(await world.signMessage('eip155:1', good));
    expect(await post('sign', text('evil.example', address))).toContain(
      'evil.example is a site this wallet does not know',
    );
    const fromElsewhere = await fetch(`${url()}/wallet/sign`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(fromElsewhere.status).toBe(403);
  });
});

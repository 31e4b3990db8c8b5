import { tellEvents, type BoundCard, type Life, type Scene } from '../scene';
import { beginLife, bindAs, unbindCard, waitUntilActive } from './life';

const ethereum = 'eip155:1';

/** By CAIP-2. Each person proves a few: codes by SMS are counted by person. */
const chains = {
  first: [ethereum, 'eip155:56', 'eip155:137', 'bip122:000000000019d6689c085ae165831e93', 'tron:0x2b6653dc'],
  second: ['solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp', 'aptos:1', 'eip155:66', 'eip155:10'],
  third: [
    'polkadot:91b171bb158e2d3848fa23a9f1c25182',
    'polkadot:b0a8d493285c2df73290dfb7e61f870f',
    'antelope:aca376f206b8fc25a6ed44dbdc66547c',
  ],
} as const;

export async function proveAddresses(scene: Scene): Promise<void> {
  const { story } = scene;
  story.step('tokensSign');
  const life = await beginLife(scene);
  const card = await proveAddress(life, ethereum, true);
  for (const chain of chains.first.slice(1)) await proveAddress(life, chain);
  for (const more of [chains.second, chains.third]) {
    const other = await beginLife(scene);
    for (const chain of more) await proveAddress(other, chain);
  }
  await tellEvents(life.scene, 'bindery.binding.bound.v1');
  await signAgain(life, card);
}

/** Binds an address by a signature of its wallet; `doubted`, after one that is not its own. */
async function proveAddress(life: Life, chain: string, doubted = false): Promise<BoundCard> {
  const { scene, wallet } = life;
  const { world, story } = scene;
  const card = await bindAs(life, 'token-pocket', { address: { chain, address: await world.walletAddress(chain) } });
  const message = (await wallet.activationOf(card.bindingId)).message ?? '';
  if (doubted) {
    const mine = await world.walletAddress(chain);
    const others = message.replace(mine, await world.walletAddress(chain, 1));
    const refused = await wallet.answerActivation(card.bindingId, {
      signature: await world.signMessage(chain, others, 1),
    });
    story.check(refused.__typename === 'ActivationRejectedError', 'tokensOther', {
      message: refused.message ?? refused.__typename,
    });
  }
  await wallet.answerActivation(card.bindingId, { signature: await world.signMessage(chain, message) });
  await wallet.waitForStatus(card.cardId, 'ACTIVE');
  const { displayName } = await wallet.card(card.cardId);
  const asked = await wallet.graph.ask<{ binding: { activation: object | null } }>(
    'query ($id: ID!) { binding(id: $id) { activation { until } } }',
    { id: card.bindingId },
    wallet.accessToken,
  );
  story.check(asked.binding.activation === null, 'tokensProved', { card: displayName });
  return card;
}

async function signAgain(life: Life, card: BoundCard): Promise<void> {
  const { scene, wallet } = life;
  const { world, story } = scene;
  story.step('tokensRestore');
  const { credentialReference } = await wallet.waitForStatus(card.cardId, 'ACTIVE');
  const { plan } = await unbindCard(life, card);
  story.check(
    plan.effects.some(({ __typename }) => __typename === 'KeysStayEffect'),
    'tokensKeys',
  );
  const proof = await wallet.prove({ action: 'RESTORE', subjectId: card.bindingId });
  await wallet.requestRestore(card.bindingId, proof);
  const message = (await wallet.activationOf(card.bindingId)).message ?? '';
  story.check((await wallet.card(card.cardId)).bindings[0]?.status === 'RESTORING', 'tokensWaits');
  await wallet.answerActivation(card.bindingId, { signature: await world.signMessage(ethereum, message) });
  const reference = await waitUntilActive(life, card);
  story.check(reference !== credentialReference, 'tokensRestored');
  await tellEvents(scene, 'bindery.binding.restored.v1');
}

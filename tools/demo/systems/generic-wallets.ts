import { tellEvents, type Scene } from '../scene';
import { beginLife, bindAs, isInUsage, newAccount, statusOutside, unbindCard, waitUntilActive } from './life';

/** Wallets by configuration only. */
const wallets = [
  { provider: 'sinopec-yijie', step: 'yijieLife' },
  { provider: 'yifa-zhongxin', step: 'yifaLife' },
] as const;

export async function useGenericWallets(scene: Scene): Promise<void> {
  for (const { provider, step } of wallets) {
    scene.story.step(step);
    await liveWith(scene, provider);
  }
}

async function liveWith(scene: Scene, provider: string): Promise<void> {
  const { world, story } = scene;
  const life = await beginLife(scene);
  const { wallet } = life;
  const card = await bindAs(life, provider, { wallet: { account: newAccount() } });
  const reference = await waitUntilActive(life, card);
  story.check((await world.pay(reference, 20_000, story.wordFor('fuel'))).approved, 'walletPays');
  story.check(await isInUsage(life, card, 20_000), 'walletUsage');

  const pending = [{ id: 'p1', amount: { value: 12_000, currency: 'CNY' }, text: story.wordFor('fuel') }];
  await world.setObligations(provider, reference, { balance: null, pending, mandates: [] });
  const { blockers } = await wallet.preflight(card.bindingId);
  story.check(blockers.length === 1, 'walletBlocked', { text: blockers[0]?.text ?? '–' });
  await world.setObligations(provider, reference, { balance: null, pending: [], mandates: [] });
  await unbindCard(life, card);
  story.check((await statusOutside(scene, reference)) === 'ABSENT', 'walletOff');

  const proof = await wallet.prove({ action: 'RESTORE', subjectId: card.bindingId });
  await wallet.requestRestore(card.bindingId, proof);
  await wallet.waitForStatus(card.cardId, 'ACTIVE');
  story.check((await statusOutside(scene, reference)) === 'ACTIVE', 'walletRestored');
  await tellEvents(life.scene, 'bindery.binding.restored.v1');
}

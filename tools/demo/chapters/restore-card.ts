import { tellEvents, type Scene } from '../scene';

export async function restoreCard(scene: Scene): Promise<void> {
  const { wallet, story, bank, access } = scene;
  story.step('restore');
  const proof = await wallet.prove({ action: 'RESTORE', subjectId: bank.bindingId });
  const outcome = await wallet.requestRestore(bank.bindingId, proof);
  const binding = await wallet.waitForStatus(bank.cardId, 'ACTIVE');
  story.check(outcome.__typename === 'RequestRestoreSuccess' && binding.id === bank.bindingId, 'restored');
  story.check((await wallet.card(bank.cardId)).isDefault, 'restoredDefault');
  await tellEvents(scene, 'bindery.binding.restore-requested.v1', 'bindery.binding.restored.v1');

  story.step('restoreRefused');
  // No code is sent for what its provider does not do, so there is no proof of it.
  const refused = await wallet.requestRestore(access.bindingId, proof);
  const rebind = refused.remedies?.find(({ code }) => code === 'Rebind');
  story.check(refused.__typename === 'RestoreRefusedError' && rebind !== undefined, 'rebindRemedy', {
    remedy: rebind?.title ?? refused.__typename,
  });
}

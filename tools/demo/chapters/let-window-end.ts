import { moveTime } from '../move-time';
import { tellEvents, type Scene } from '../scene';

/** Some days more than any bank of the catalogue lets its cards be restored. */
const beyondTheWindow = 'P96D';

/** Moves the time of the whole sandbox, so it comes last; where that cannot be, it is told and left out. */
export async function letWindowEnd(scene: Scene): Promise<void> {
  const { wallet, story, bank } = scene;
  if (scene.keepsTime) return;
  story.step('windowEnds');
  if (!(await scene.world.time())) return story.tell('timeFixed');
  const plan = await wallet.preflight(bank.bindingId);
  const proof = await wallet.prove({ action: 'UNBIND', subjectId: bank.bindingId, planDigest: plan.digest });
  await wallet.requestUnbind(bank.bindingId, plan, proof, 'NO_LONGER_USED');
  const unbound = await wallet.waitForStatus(bank.cardId, 'UNBOUND');
  story.check(unbound.id === bank.bindingId, 'unboundAgain');
  if (!(await moveTime(scene, { advance: beyondTheWindow }))) return;

  story.step('afterTheWindow');
  story.check((await wallet.refresh()) === undefined, 'sessionOver');
  await wallet.logIn('Pixel 9');
  const retired = await wallet.waitForStatus(bank.cardId, 'RETIRED');
  story.check(retired.id === bank.bindingId, 'retired');
  // No code is sent for what is over, so there is no proof of it.
  const refused = await wallet.requestRestore(bank.bindingId, proof);
  const rebind = refused.remedies?.find(({ code }) => code === 'Rebind');
  story.check(refused.__typename === 'RestoreRefusedError' && rebind !== undefined, 'windowOver', {
    remedy: rebind?.title ?? refused.__typename,
  });
  await tellEvents(scene, 'bindery.account.session-started.v1');
}

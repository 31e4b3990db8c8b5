import { tellEvents, type Scene } from '../scene';
import { lenderApp } from './lender-graph';
import { bindAtLender, cardOf, letApprove, newIdNumber, stateDocument } from './lenders';
import { beginLife, stayLoggedIn, unbindCard, waitUntilActive } from './life';

const provider = 'harvest-loans';
const yearMs = 365 * 24 * 60 * 60_000;

/** A lender for which two people look at a document, each with their own eyes. */
export async function satisfyTwoReviewers(scene: Scene): Promise<void> {
  const { world, story, staff } = scene;
  story.step('harvestBind');
  const [first, second] = staff.REVIEWER ?? [];
  if (!first || !second) return story.tell('harvestNoReviewers');
  const life = await beginLife(scene);
  const { wallet } = life;
  const idNumber = newIdNumber();
  const bindingId = await bindAtLender(life, provider, idNumber);
  const now = new Date((await world.time())?.now ?? Date.now()).getTime();
  await stateDocument(wallet, bindingId, idNumber, new Date(now + 5 * yearMs));

  const seenByFirst = await letApprove(first, bindingId);
  const { status } = await lenderApp(wallet).account(bindingId);
  story.check(seenByFirst?.reviewersNeeded === 2 && status === 'IN_REVIEW', 'harvestOneIsNotEnough');
  const app = lenderApp(await stayLoggedIn(first, 'Desk'));
  const { id: reviewId = '', documentsDigest = '' } = seenByFirst ?? {};
  const again = await app.act('decideReview', { reviewId, decision: 'APPROVE', reasons: [], documentsDigest });
  story.check(again.__typename !== 'DecideReviewSuccess', 'harvestNotTwice', {
    message: again.message ?? again.__typename,
  });
  const seenBySecond = await letApprove(second, bindingId);
  story.check(seenBySecond?.agreed === 0, 'harvestUnseen');
  const card = { bindingId, cardId: await cardOf(life, bindingId) };
  await waitUntilActive(life, card);
  story.check((await lenderApp(wallet).account(bindingId)).status === 'ACTIVE', 'harvestBound');
  await tellEvents(life.scene, 'bindery.binding.bound.v1');
  const { binding } = await unbindCard(life, card);
  story.check(binding.receipt !== null, 'lenderOff');
}

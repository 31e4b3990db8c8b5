import { moveTime } from '../move-time';
import type { Scene } from '../scene';
import { stayLoggedIn } from '../systems/life';
import { holderApp } from './holder-app';

const dayMs = 24 * 60 * 60_000;

/** Cards that nobody uses any more. Where time stands, only when she will be asked about them. */
export async function letCardsGoUnused(scene: Scene): Promise<void> {
  const { story, unused } = scene;
  if (!unused) return;
  story.step('unused');
  await stayLoggedIn(unused.wallet);
  const app = holderApp(unused.wallet);
  const { suggested, nextAt } = await app.review();
  story.check(!suggested && nextAt !== null, 'unusedNotYet', { at: new Date(nextAt ?? 0) });
  if (scene.keepsTime) return;
  if (!(await scene.world.time())) return story.tell('timeFixed');
  const to = new Date(Date.parse(nextAt ?? '') + dayMs).toISOString();
  if (!(await moveTime(scene, { to }))) return;
  await stayLoggedIn(unused.wallet);
  const review = await app.review();
  for (const text of review.texts) story.tell('effect', { text });
  const canGo = review.bindings.every(({ nextSteps }) => nextSteps.some(({ code }) => code === 'UNBIND'));
  story.check(review.suggested && review.reasons.includes('STALE') && canGo, 'unusedAsked', {
    count: review.bindings.length,
  });
  await app.dismissReview();
  const after = await app.review();
  story.check(!after.suggested && after.nextAt !== null, 'unusedDismissed', { at: new Date(after.nextAt ?? 0) });
  // The first person's session has come to its end meanwhile.
  await stayLoggedIn(scene.wallet);
}

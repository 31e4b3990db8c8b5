import { drawCard } from '../draw-card';
import { tellEvents, type Scene } from '../scene';

/** A Visa test number that passes Luhn's check, and the same with two digits exchanged. */
const cardNumber = '4242 4242 4242 4242';
const mistyped = '4242 4242 4242 2442';

export async function bindCards(scene: Scene): Promise<void> {
  await bindBankCard(scene);
  await bindAccessCard(scene);
}

async function bindBankCard(scene: Scene): Promise<void> {
  const { wallet, story, deviceId } = scene;
  story.step('bindBank');
  const refused = await wallet.startBinding('seaside-bank', deviceId, { bank: { number: mistyped } });
  story.check(refused.__typename === 'CardNumberInvalidError', 'badNumber', {
    message: refused.message ?? refused.__typename,
  });
  scene.bank = await wallet.bind('seaside-bank', deviceId, { bank: { number: cardNumber } });
  await wallet.waitForStatus(scene.bank.cardId, 'ACTIVE');
  const card = await wallet.card(scene.bank.cardId);
  story.show(drawCard(card, story.wordFor));
  story.check(card.lastFour === '4242', 'bankActive');
  story.check(card.isDefault, 'bankDefault');
  await tellEvents(
    scene,
    'bindery.consent.recorded.v1',
    'bindery.proof.granted.v1',
    'bindery.binding.bound.v1',
    'bindery.wallet.default-changed.v1',
  );
}

async function bindAccessCard(scene: Scene): Promise<void> {
  const { wallet, story, deviceId } = scene;
  story.step('bindAccess');
  const input = { access: { site: 'riverside', memberNumber: 'RG-1001' } };
  scene.access = await wallet.bind('cloudgate', deviceId, input);
  await wallet.waitForStatus(scene.access.cardId, 'ACTIVE');
  const card = await wallet.card(scene.access.cardId);
  story.show(drawCard(card, story.wordFor));
  story.check(card.site?.doors.length === 3, 'accessActive', { doors: card.site?.doors.length ?? 0 });
  const again = await wallet.startBinding('cloudgate', deviceId, input);
  story.check(again.__typename === 'AlreadyBoundError', 'duplicate', {
    remedy: again.remedies?.[0]?.title ?? again.__typename,
  });
  await tellEvents(scene, 'bindery.binding.bound.v1');
}

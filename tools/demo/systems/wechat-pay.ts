import { tellEvents, type BoundCard, type Life, type Scene } from '../scene';
import {
  beginLife,
  bindAs,
  inboxMessage,
  isInUsage,
  newAccount,
  pauseCard,
  statusOutside,
  waitUntilActive,
} from './life';

export async function payWithWeChat(scene: Scene): Promise<void> {
  const life = await beginLife(scene);
  const card = await signContract(life);
  await endInWeChat(life, card);
}

async function signContract(life: Life): Promise<BoundCard & { reference: string }> {
  const { scene, wallet } = life;
  const { world, story, weChat } = scene;
  story.step('weChatSign');
  const card = await bindAs(life, 'wechat-pay', { wallet: { account: newAccount() } });
  const { kind, url } = await wallet.activationOf(card.bindingId);
  story.check(kind === 'OPEN_LINK' && url !== null, 'weChatPage');
  await weChat.signContract(url ?? '');
  const reference = await waitUntilActive(life, card);
  story.check((await statusOutside(scene, reference)) === 'ACTIVE', 'weChatSigned');
  await tellEvents(scene, 'bindery.binding.bound.v1');

  story.step('weChatPay');
  story.check((await world.pay(reference, 3600, story.wordFor('bakery'))).approved, 'weChatPaid');
  story.check(await isInUsage(life, card, 3600), 'weChatUsage');
  const isPaused = await pauseCard(life, card, async () => {
    const stands = (await statusOutside(scene, reference)) === 'ACTIVE';
    return stands && !(await world.pay(reference, 100, story.wordFor('bakery'))).approved;
  });
  story.check(isPaused, 'weChatPaused');
  return { ...card, reference };
}

async function endInWeChat(life: Life, { cardId, reference }: BoundCard & { reference: string }): Promise<void> {
  const { scene, wallet } = life;
  const { world, story, weChat } = scene;
  story.step('weChatEnd');
  await weChat.endContract(reference);
  const binding = await wallet.waitForStatus(cardId, 'UNBOUND');
  story.check(binding.receipt === null, 'weChatOver');
  const alert = await inboxMessage(life, 'CARD_REMOVED_ELSEWHERE');
  if (alert) story.tell('effect', { text: `${alert.title} – ${alert.body}` });
  story.check(alert?.critical ?? false, 'weChatAlert');
  story.check(!(await world.pay(reference, 100, story.wordFor('bakery'))).approved, 'weChatRefused');
  await tellEvents(scene, 'bindery.binding.removed-elsewhere.v1');
}

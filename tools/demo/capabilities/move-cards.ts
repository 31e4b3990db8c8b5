import { tellEvents, type BoundCard, type Scene } from '../scene';
import { beginLife, bindAs, eventually, newAccount, waitUntilActive } from '../systems/life';
import { holderApp } from './holder-app';

const gate = 'riverside-gate';

/** She has a new phone: all cards of the old one by one request with one proof, with a result for each. */
export async function moveToNewPhone(scene: Scene): Promise<void> {
  const { world, story } = scene;
  story.step('movePlan');
  const life = await beginLife(scene);
  const { wallet, deviceId: oldPhone } = life;
  const app = holderApp(wallet);
  const door = { access: { site: 'riverside', memberNumber: 'RG-1004' } };
  const opening = await bindAs(life, 'cloudgate', door);
  await waitUntilActive(life, opening);
  const going: (BoundCard & { readonly reference: string })[] = [];
  for (const [provider, card] of [
    ['seaside-bank', { bank: { number: '4242 4242 4242 4242' } }],
    ['sinopec-yijie', { wallet: { account: newAccount() } }],
  ] as const) {
    const bound = await bindAs(life, provider, card);
    going.push({ ...bound, reference: await waitUntilActive(life, bound) });
  }
  const { deviceId: newPhone } = await wallet.logIn('Pixel 10');
  const plan = await app.movePlan(oldPhone);
  for (const { binding, text } of plan.cards) story.tell('effect', { text: `${binding.card.displayName}: ${text}` });
  const outcomeOf = (bindingId: string) => plan.cards.find(({ binding }) => binding.id === bindingId)?.outcome;
  const goes = going.every(({ bindingId }) => ['MOVES', 'NEEDS_STEP'].includes(outcomeOf(bindingId) ?? ''));
  story.check(goes && outcomeOf(opening.bindingId) === 'NEEDS_CARD', 'movePlanned', { count: plan.cards.length });
  const isOnOld = async ({ bindingId }: BoundCard) => {
    const { status, device } = await app.binding(bindingId);
    return status === 'ACTIVE' && device?.id === oldPhone;
  };
  story.check((await Promise.all(going.map(isOnOld))).every(Boolean), 'moveNotYet');

  story.step('moveCards');
  const results = await app.moveCards(oldPhone, plan.digest);
  const successors = results.flatMap(({ successor }) => (successor ? [successor.id] : []));
  story.check(results.length === plan.cards.length && successors.length === going.length, 'moveResults', {
    count: results.length,
  });
  const isThere = async (bindingId: string) => {
    const { status, device } = await app.binding(bindingId);
    return status === 'ACTIVE' && device?.id === newPhone;
  };
  const areThere = async () => (await Promise.all(successors.map(isThere))).every(Boolean);
  story.check(await eventually(areThere), 'moveArrived');
  const isOff = async () => {
    const phases = await Promise.all(going.map(async ({ bindingId }) => (await app.binding(bindingId)).phase));
    if (phases.some((phase) => phase !== 'REPLACED')) return false;
    const paid = await Promise.all(going.map(({ reference }) => world.pay(reference, 100, story.wordFor('bakery'))));
    return paid.every(({ approved }) => !approved);
  };
  story.check(await eventually(isOff), 'moveLeft');
  const anew = await wallet.bind('cloudgate', newPhone, door);
  const key = await waitUntilActive(life, anew);
  story.check((await isThere(anew.bindingId)) && (await world.tap(gate, key)).opened, 'moveAnew');
  await tellEvents(life.scene, 'bindery.binding.replaced.v1');
  scene.unused = life;
}

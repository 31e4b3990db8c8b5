import type { RevocationView } from '@bindery/wallet-client';
import { tellEvents, type Life, type Scene } from '../scene';
import { beginLife, bindAs, eventually, unbindCard, waitUntilActive } from './life';

/** A member of the company; any of them, so that two runs need not share one. */
const memberNumber = () => `NT-${2001 + Math.floor(Math.random() * 999)}`;

/** By invitation and free of charge at one site; at the other with a fee and a reader that has no line. */
export async function useAccessSites(scene: Scene): Promise<void> {
  const life = await beginLife(scene);
  await joinNorthTower(life);
  await leaveRiverside(life);
}

async function joinNorthTower(life: Life): Promise<void> {
  const { scene, wallet } = life;
  const { world, story } = scene;
  story.step('northBind');
  const member = { site: 'north-tower', memberNumber: memberNumber() };
  const card = await bindAs(life, 'northgate', { access: member });
  await wallet.activationOf(card.bindingId);
  const { code } = await world.invite('northgate', member);
  const wrong = await wallet.answerActivation(card.bindingId, { code: code === '123456' ? '654321' : '123456' });
  story.check(wrong.__typename === 'ActivationRejectedError', 'northWrongCode', {
    message: wrong.message ?? wrong.__typename,
  });
  await wallet.answerActivation(card.bindingId, { code });
  const credential = await waitUntilActive(life, card);
  story.check((await world.tap('north-lobby', credential)).opened, 'northOpens');
  await tellEvents(scene, 'bindery.binding.bound.v1');

  story.step('northUnbind');
  const { plan } = await unbindCard(life, card);
  story.check(plan.fee === null, 'northFree');
  const revocation = await revokedAt(life, card.bindingId, ({ allConfirmedAt }) => allConfirmedAt !== null);
  tellReaders(scene, revocation);
  story.check(revocation?.allConfirmedAt != null, 'northRevoked', { readers: revocation?.readers.length ?? 0 });
  story.check(!(await world.tap('north-lobby', credential)).opened, 'northShut');
}

async function leaveRiverside(life: Life): Promise<void> {
  const { scene } = life;
  const { story } = scene;
  story.step('riversideUnbind');
  const card = await bindAs(life, 'cloudgate', { access: { site: 'riverside', memberNumber: 'RG-1002' } });
  const credential = await waitUntilActive(life, card);
  const { plan, binding } = await unbindCard(life, card);
  const charged = binding.receipt?.feeCharged;
  story.check(plan.fee !== null && charged?.value === plan.fee.value, 'riversideFee', {
    fee: String((charged?.value ?? 0) / 100),
  });
  const isTold = ({ readers }: RevocationView) => readers.filter(({ state }) => state === 'CONFIRMED').length >= 2;
  const revocation = await revokedAt(life, card.bindingId, isTold);
  tellReaders(scene, revocation);
  const garage = revocation?.readers.find(({ id }) => id === 'riverside-garage');
  story.check(garage !== undefined && garage.state !== 'CONFIRMED', 'riversideGarage', {
    until: new Date(revocation?.worstCaseUntil ?? 0),
  });
  const named = garage?.name ?? '?';
  const isNamed = [plan.effects.map(({ text }) => text).join(), binding.receipt?.text].every((text) =>
    text?.includes(named),
  );
  story.check(isNamed, 'riversideNamed', { reader: named });
  const { world } = scene;
  const isAsTold = (await world.tap('riverside-garage', credential)).opened;
  const isShut = !(await world.tap('riverside-gate', credential)).opened;
  story.check(isAsTold && isShut, 'riversideOpens');
}

async function revokedAt({ wallet }: Life, bindingId: string, isSo: (told: RevocationView) => boolean) {
  let told: RevocationView | null = null;
  await eventually(async () => {
    told = await wallet.revocation(bindingId);
    return told !== null && isSo(told);
  });
  return told as RevocationView | null;
}

function tellReaders({ story }: Scene, revocation: RevocationView | null): void {
  for (const { name, text } of revocation?.readers ?? []) story.tell('effect', { text: `${name}: ${text}` });
}

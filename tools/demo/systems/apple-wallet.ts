import type { ShownPass } from '@bindery/simulated-world';
import { randomUUID } from 'node:crypto';
import { tellEvents, type Scene } from '../scene';
import { beginLife, bindAs, eventually, pauseCard, unbindCard, waitUntilActive } from './life';

const holderName = 'Li Mei';

export async function carryPass(scene: Scene): Promise<void> {
  const { story, phones } = scene;
  story.step('appleAdd');
  const life = await beginLife(scene, ['iPhone 17', 'IOS']);
  const phone = `mei-${randomUUID().slice(0, 8)}`;
  const card = await bindAs(life, 'apple-wallet', { pass: { holderName } });
  const { url } = await life.wallet.activationOf(card.bindingId);
  const { serialNumber, barcode } = await phones.addPass(phone, url ?? '');
  const reference = await waitUntilActive(life, card);
  const passIs = (isSo: (pass: ShownPass) => boolean) =>
    eventually(async () =>
      (await phones.passesOn(phone)).some((pass) => pass.serialNumber === serialNumber && isSo(pass)),
    );
  story.check(barcode === reference, 'appleCode');
  story.check(await passIs(({ voided, shown }) => !voided && JSON.stringify(shown).includes(holderName)), 'appleShown');
  const again = await phones.addPass('stranger', url ?? '').then(
    () => true,
    () => false,
  );
  story.check(!again, 'appleLinkOnce');
  await tellEvents(life.scene, 'bindery.binding.bound.v1');

  story.step('applePause');
  const isPaused = await pauseCard(life, card, () => passIs((pass) => pass.barcode === null && !pass.voided));
  story.check(isPaused, 'applePaused');
  story.check(await passIs((pass) => pass.barcode === reference), 'appleResumed');

  story.step('appleUnbind');
  await unbindCard(life, card);
  story.check(await passIs(({ voided, barcode: code }) => voided && code === null), 'appleVoid');
  story.check(await passIs(({ shown }) => !JSON.stringify(shown).includes(holderName)), 'appleForgets');
}

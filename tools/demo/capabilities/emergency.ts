import { newCardNumber } from '@bindery/wallet-client';
import { tellEvents, type Scene } from '../scene';
import { beginLife, bindAs, eventually, inboxMessage, waitUntilActive } from '../systems/life';
import { holderApp } from './holder-app';

/** What nobody may leave out who fears for their account. */
const mustCheck = ['CHANGE_PASSWORD', 'LOGINS', 'CONTACTS', 'CARD_CHANGES'];

/** Somebody has her phone, and with it her account. */
export async function callEmergency(scene: Scene): Promise<void> {
  const { world, story } = scene;
  story.step('emergency');
  const life = await beginLife(scene);
  const { wallet, deviceId } = life;
  const app = holderApp(wallet);
  const card = await bindAs(life, 'seaside-bank', { bank: { number: newCardNumber() } });
  const credential = await waitUntilActive(life, card);
  const { refreshToken: stolen } = await wallet.logIn('Pixel 9');
  await wallet.logIn('iPad');
  const { lost, secured } = await app.reportEmergency(deviceId);
  const paid = await world.pay(credential, 100, story.wordFor('bakery'));
  const isHeld = lost.results.some(({ binding, outcome }) => binding.id === card.bindingId && outcome === 'HELD');
  story.check(isHeld && !paid.approved, 'emergencyHeld');
  const isIn = await app.isSignedIn(stolen);
  story.check(secured.endedSessionCount > 0 && !isIn, 'emergencyOut', { count: secured.endedSessionCount });
  for (const { title, text } of secured.checks) story.tell('effect', { text: `${title} – ${text}` });
  const codes = secured.checks.map(({ code }) => code);
  story.check(
    mustCheck.every((code) => codes.includes(code)),
    'emergencyChecks',
    { count: codes.length },
  );
  const alert = await inboxMessage(life, 'EMERGENCY_REPORTED');
  story.check(alert?.critical ?? false, 'emergencyTold', { title: alert?.title ?? '–' });
  await tellEvents(life.scene, 'bindery.account.emergency-reported.v1', 'bindery.wallet.reported-lost.v1');

  story.step('emergencyOver');
  await app.reportFound({ deviceId });
  await wallet.waitForStatus(card.cardId, 'ACTIVE');
  const pays = () => world.pay(credential, 100, story.wordFor('bakery')).then(({ approved }) => approved);
  story.check(await eventually(pays), 'emergencyBack');
  await tellEvents(life.scene, 'bindery.wallet.reported-found.v1');
}

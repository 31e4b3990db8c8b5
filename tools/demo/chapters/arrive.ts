import { tellEvents, type Scene } from '../scene';

export async function arrive(scene: Scene): Promise<void> {
  const { wallet, story } = scene;
  story.step('register');
  scene.accountId = await wallet.register();
  story.tell('codeCame', { phone: wallet.person.phone });
  story.check(scene.accountId.startsWith('account_'), 'registered');
  await tellEvents(scene, 'bindery.account.registered.v1', 'bindery.account.contact-point-confirmed.v1');

  story.step('logIn');
  scene.deviceId = (await wallet.logIn('Pixel 9')).deviceId;
  const home = await wallet.home();
  story.check(home.session.device.id === scene.deviceId, 'loggedIn', {
    device: home.session.device.name,
    level: home.session.assuranceLevel,
  });
  story.check(home.displayName === wallet.person.displayName && home.cards.edges.length === 0, 'welcome');
  await tellEvents(scene, 'bindery.account.session-started.v1');
}

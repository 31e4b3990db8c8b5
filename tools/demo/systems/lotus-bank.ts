import { tellEvents, type Scene } from '../scene';
import { beginLife, bindAs, waitUntilActive } from './life';

const bank = 'lotus-bank';
/** Ends with the next month, as the simulated banks tell by its last digits. */
const cardNumber = '6222 0200 0000 0007';
const idNumber = '11010519491231002X';
/** How the bank signs its messages, which come to the same phone as ours. */
const signedByBank = '【荷塘银行】';

export async function bindAtLotusBank(scene: Scene): Promise<void> {
  const { world, story } = scene;
  story.step('lotusBind');
  const life = await beginLife(scene);
  const { wallet, deviceId } = life;
  const { phone } = wallet.person;
  const elements = { number: cardNumber, holderName: '李梅', idNumber, phone };
  const differs = { bank: { ...elements, phone: '+8613800130004' } };
  const refused = await wallet.startBinding(bank, deviceId, differs);
  story.check(refused.__typename === 'BindingRefusedError', 'lotusPhoneDiffers', {
    message: refused.message ?? refused.__typename,
  });
  const card = await bindAs(life, bank, { bank: elements });
  const { sentTo } = await wallet.activationOf(card.bindingId);
  story.check(sentTo?.endsWith(phone.slice(-4)) ?? false, 'lotusCodeSent', { sentTo: sentTo ?? '–' });
  const code = await codeOfBank(scene, phone);
  const wrong = await wallet.answerActivation(card.bindingId, { code: code === '000000' ? '111111' : '000000' });
  story.check(wrong.__typename === 'ActivationRejectedError', 'lotusWrongCode', {
    message: wrong.message ?? wrong.__typename,
  });
  await wallet.answerActivation(card.bindingId, { code });
  const credential = await waitUntilActive(life, card);
  const payment = await world.pay(credential, 1250, story.wordFor('bakery'));
  story.check(payment.approved, 'lotusPays');
  await tellEvents(life.scene, 'bindery.binding.bound.v1');

  story.step('lotusHeld');
  await world.hold(bank, credential, true);
  await wallet.waitForStatus(card.cardId, 'SUSPENDED');
  const [holding] = (await wallet.validity(card.cardId)).bindings;
  story.check(holding?.holds.some(({ owner }) => owner === 'PROVIDER') ?? false, 'lotusHeldByBank');
  story.check(!(await world.pay(credential, 100, story.wordFor('bakery'))).approved, 'lotusHeldRefused');
  const tried = await wallet.resume(card.bindingId);
  story.check(tried.__typename !== 'ResumeBindingSuccess', 'lotusNotHers', {
    message: tried.message ?? tried.__typename,
  });
  await world.hold(bank, credential, false);
  await wallet.waitForStatus(card.cardId, 'ACTIVE');
  story.check((await world.pay(credential, 100, story.wordFor('bakery'))).approved, 'lotusLetGo');
  scene.expiring = { life, card };
}

/** The bank has sent it before it says that it waits for it. */
async function codeOfBank({ world }: Scene, phone: string): Promise<string> {
  const message = (await world.messages(phone)).find(({ text }) => text.startsWith(signedByBank));
  const code = /\d{6}/.exec(message?.text ?? '')?.[0];
  if (!code) throw new Error('the bank has sent no code');
  return code;
}

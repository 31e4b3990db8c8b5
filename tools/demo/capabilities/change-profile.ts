import { expectMember, type Wallet } from '@bindery/wallet-client';
import type { Scene } from '../scene';
import { beginLife, bindAs, eventually, newAccount, stayLoggedIn, waitUntilActive } from '../systems/life';
import { staffApp, type ProfileChange, type ProfileConfirmed, type ProfileFields } from './staff-app';

const code = 'yifa-zhongxin';
const fee = { value: 300, currency: 'CNY' };

/** An operator changes what a provider asks for, while everything runs, and takes it back; what loosens takes another one. */
export async function changeProfile(scene: Scene): Promise<void> {
  const { story } = scene;
  story.step('profileDryRun');
  const [operator, second] = scene.staff.OPERATOR ?? [];
  if (!operator) return story.tell('noOperator');
  const life = await beginLife(scene);
  const card = await bindAs(life, code, { wallet: { account: newAccount() } });
  await waitUntilActive(life, card);
  const app = staffApp(await stayLoggedIn(operator, 'Desk'));
  const { version, profile } = await app.profile(code);
  const costly = {
    ...profile,
    unbindFee: { amount: fee, source: { 'zh-CN': '《服务条款》', en: 'Terms of service' } },
  };
  const wish = { code, baseVersion: version, profile: costly, note: story.wordFor('profileNote') };
  const dry = expectMember<ProfileChange>(await app.changeProfile({ ...wish, dryRun: true }), succeeded);
  const effect = dry.preview.effects.find(({ aspect }) => aspect === 'FEE');
  const isAmong = dry.preview.bindings.edges.some(({ node }) => node.bindingId === card.bindingId);
  story.check(isAmong && effect !== undefined && effect.bindingCount > 0, 'profileMeets', {
    count: effect?.bindingCount ?? 0,
  });
  const isFree = async () => (await life.wallet.preflight(card.bindingId)).fee === null;
  story.check((await app.profile(code)).version === version && (await isFree()), 'profileUntouched');
  await tryWhatIsRefused(scene, life.wallet, operator, { ...wish, profile });

  story.step('profileChange');
  const changed = expectMember<ProfileChange>(await app.changeProfile(wish), succeeded).providerVersion;
  try {
    const [field] = changed.changes;
    story.check(changed.version === version + 1 && field?.field === 'unbindFee', 'profileInForce', {
      version: changed.version,
      field: field?.field ?? '–',
    });
    const isCharged = async () => (await life.wallet.preflight(card.bindingId)).fee?.value === fee.value;
    story.check(await eventually(isCharged), 'profileFelt', { fee: String(fee.value / 100) });
  } finally {
    await app.changeProfile({ ...wish, baseVersion: changed.version, profile, note: story.wordFor('profileBackNote') });
  }
  story.check(await eventually(isFree), 'profileBack');
  await loosenProfile(scene, operator, second);
}

/** A higher limit waits for another operator; the lower one of before is in force by one alone. */
async function loosenProfile({ story }: Scene, operator: Wallet, second: Wallet | undefined): Promise<void> {
  story.step('profileLoosen');
  if (!second) return story.tell('noSecondOperator');
  const app = staffApp(operator);
  const { version, profile } = await app.profile(code);
  const loose = { ...profile, limits: { perAccount: 9, perDevice: null } };
  const wish = { code, baseVersion: version, profile: loose, note: story.wordFor('profileLooseNote') };
  const { preview } = expectMember<ProfileChange>(await app.changeProfile({ ...wish, dryRun: true }), succeeded);
  story.check(preview.needsApproval, 'profileNeedsTwo', {
    why: preview.loosens.map(({ field, text }) => `${field} ${text}`).join(),
  });
  const { proposal } = expectMember<ProfileChange>(await app.changeProfile(wish), succeeded);
  story.check(proposal !== null && (await app.profile(code)).version === version, 'profileWaits');
  if (!proposal) return;
  const alone = await app.confirmProfile(proposal.id);
  const { message = alone.__typename } = alone as { message?: string };
  story.check(alone.__typename === 'ProviderProfileProposalOwnError', 'profileNotAlone', { message });
  const agreed = await staffApp(await stayLoggedIn(second, 'Desk')).confirmProfile(proposal.id);
  const { providerVersion } = expectMember<ProfileConfirmed>(agreed, 'ConfirmProviderProfileChangeSuccess');
  const { changedBy, approvedBy } = providerVersion ?? { changedBy: null, approvedBy: null };
  story.check(changedBy !== null && approvedBy !== null && changedBy !== approvedBy, 'profileByTwo', {
    version: providerVersion?.version ?? 0,
  });
  const back = { ...wish, baseVersion: version + 1, profile, note: story.wordFor('profileBackNote') };
  const tightened = expectMember<ProfileChange>(await app.changeProfile(back), succeeded);
  story.check(tightened.proposal === null, 'profileTightened');
}

const succeeded = 'ChangeProviderProfileSuccess';

/** What contradicts itself, and who is no operator. */
async function tryWhatIsRefused(
  { story }: Scene,
  holder: Wallet,
  operator: Wallet,
  wish: { code: string; baseVersion: number; profile: ProfileFields; note: string },
): Promise<void> {
  const profile = { ...wish.profile, restore: { strategy: 'REBIND_ONLY', windowDays: 30 } };
  const refused = await staffApp(operator).changeProfile({ ...wish, profile });
  const { faults = [] } = refused as { faults?: readonly { field: string; text: string }[] };
  story.check(refused.__typename === 'ProviderProfileInvalidError' && faults.length > 0, 'profileContradicts', {
    message: faults.map(({ field, text }) => `${field} ${text}`).join() || refused.__typename,
  });
  const isLetIn = await staffApp(holder)
    .changeProfile({ ...wish, dryRun: true })
    .then(
      () => true,
      () => false,
    );
  story.check(!isLetIn, 'profileNotHers');
}

import { newId } from '@bindery/kernel';
import { accountClaims, budgetWindowMs, codeRules, givenBackWhenAnswered, lanesOf } from './budget.rules';
import { codeLifetimeMs, triesMax } from '../factors';

const accountId = newId('account');
const rules = codeRules(100);
const anonymous = { contactDigest: 'number', clientDigest: 'address' };
const reset = (acquaintance: { device?: string; isAddressKnown: boolean }) =>
  lanesOf({ kind: 'RESET_PASSWORD', ...anonymous, acquaintance });
const acts = (lanes: ReturnType<typeof lanesOf>) => lanes.map(({ claims }) => claims.map(({ act }) => act));
const strangers = ['code.reset.stranger', 'code.reset.stranger.at', 'code.anonymous'];
const perDay = (act: keyof typeof rules) =>
  Math.min(...rules[act].filter(({ windowMs }) => windowMs === budgetWindowMs).map(({ limit }) => limit));
/** The widest budget of an act in a day, of whichever dimension all its codes of one target share. */
const ofTarget = (act: 'code.reset.device' | 'code.reset.address' | 'code.reset.stranger' | 'code.register') =>
  Math.max(
    ...rules[act]
      .filter(({ dimension, windowMs }) => dimension === 'TARGET' && windowMs === budgetWindowMs)
      .map(({ limit }) => limit),
  );

describe('the budgets of codes', () => {
  it('allow fifty guesses in any 24 hours: of an account, and of the ways to a new password of one phone', () => {
    expect(budgetWindowMs).toBe(24 * 60 * 60_000 + codeLifetimeMs);
    expect(perDay('code.account') * triesMax).toBe(50);
    const resets = ofTarget('code.reset.device') + ofTarget('code.reset.address') + ofTarget('code.reset.stranger');
    expect(resets * triesMax).toBe(50);
  });

  it('bound what one number is sent, whoever asks', () => {
    const all =
      perDay('code.contact') + perDay('code.reset.known') + ofTarget('code.reset.stranger') + ofTarget('code.register');
    expect(all).toBe(50);
  });

  it('are by the account and the recipient of who is signed in; by the account alone where nothing is sent', () => {
    expect(accountClaims({ accountId, contactDigest: 'number' })).toEqual([
      { act: 'code.account', keys: { ACTOR: accountId } },
      { act: 'code.contact', keys: { DESTINATION: 'number' } },
    ]);
    expect(accountClaims({ accountId, contactDigest: null })).toHaveLength(1);
  });

  it.each([
    ['code.reset.stranger', 'code.reset.stranger.at'],
    ['code.register', 'code.register.at'],
  ] as const)('leave of %s something that one address cannot take', (ofAll, ofAddress) => {
    const at = rules[ofAddress];
    for (const { limit, windowMs } of rules[ofAll])
      expect(at.find((budget) => budget.windowMs === windowMs)?.limit).toBeLessThan(limit);
  });

  it('have a lane for each way to be known, before that of strangers', () => {
    expect(acts(reset({ isAddressKnown: false }))).toEqual([strangers]);
    expect(acts(reset({ device: 'd', isAddressKnown: true }))).toEqual([
      ['code.reset.device', 'code.reset.known'],
      ['code.reset.address', 'code.reset.known'],
      strangers,
    ]);
  });

  it('share nothing between a registration and a reset but the address that strangers ask from', () => {
    const [register] = lanesOf({ kind: 'REGISTER', ...anonymous });
    const [stranger] = reset({ isAddressKnown: false });
    const shared = register?.claims.filter(({ act }) => stranger?.claims.some((claim) => claim.act === act));
    expect(shared?.map(({ act }) => act)).toEqual(['code.anonymous']);
  });

  it('give back no code of strangers: who owns a dear number could answer for ever', () =>
    expect(givenBackWhenAnswered.every((act) => /^code\.reset\.(device|address)$/.test(act))).toBe(true));
});

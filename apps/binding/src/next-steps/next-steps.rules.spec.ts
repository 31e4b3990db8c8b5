import type { RestoreTerms } from '../lifecycle/restore-terms.rules';
import { newId } from '@bindery/kernel';
import { type BindingState, type Hold, type Phase, phases } from '@bindery/card-lifecycle';
import { aProfile } from '../testing/builders';
import { standingOf } from '../activation/activation.rules';
import { toNextStepType } from './next-steps.mapper';
import { nextSteps, proofsAsked } from './next-steps.rules';
import { nothingOffered, offersOf, offersWhileBound, offersOfStart, type Offers } from './offers.rules';

const now = new Date('2026-01-01T00:00:00Z');
const later = new Date('2026-01-02T00:00:00Z');
const bank = aProfile('seaside-bank');
const bound = (holds: Hold[] = [], sync: BindingState['sync'] = { state: 'IN_SYNC' }): BindingState => ({
  phase: 'BOUND',
  holds,
  sync,
});
const hold = (owner: Hold['owner'], reason = 'X'): Hold => ({ owner, reason, since: now.toISOString() });
const codes = (state: BindingState, profile = bank, offers = nothingOffered) =>
  nextSteps({ state, deadline: null, offers, collects: false, now, support: true }, profile).map(({ code }) => code);

interface Look {
  readonly phase?: Phase;
  readonly restorableUntil?: Date;
  readonly at?: Date;
  readonly disputeOpen?: boolean;
  readonly slotFree?: boolean;
  readonly couldBind?: boolean;
  readonly disputableUntil?: Date | null;
  readonly profile?: typeof bank;
  readonly promisedRestore?: RestoreTerms | null;
}

/** Everything that is offered of one binding, as the resolvers ask. */
function whenOff({
  phase = 'UNBOUND',
  restorableUntil = later,
  profile = bank,
  promisedRestore = null,
  ...look
}: Look) {
  const { at = now, disputeOpen = false, slotFree = true, couldBind = true, disputableUntil = null } = look;
  const state: BindingState = { phase, holds: [], sync: { state: 'IN_SYNC' } };
  const offers = offersOf(
    { state, restorableUntil, promisedRestore },
    profile,
    { disputeOpen, slotFree, hasRoom: true, couldBind, disputableUntil },
    at,
  );
  const steps = nextSteps({ state, deadline: null, offers, collects: false, now: at, support: true }, profile);
  return { restorable: offers.restore, proofs: proofsAsked(steps), steps };
}
const rebind = { code: 'REBIND' };

describe('nextSteps', () => {
  it.each([
    [true, ['CLEAR_OBLIGATIONS', 'CONTACT_PROVIDER']],
    [false, ['CONTACT_PROVIDER']],
  ])('of a replaced card that is kept at its provider are what clears that, here: %s', (here, codes) => {
    const state: BindingState = { phase: 'REPLACED', holds: [], sync: { state: 'IN_SYNC' } };
    const offers = { ...nothingOffered, clear: { here } };
    const steps = nextSteps({ state, deadline: null, offers, collects: false, now, support: true }, bank);
    expect(steps.map(({ code }) => code)).toEqual(codes);
  });

  it('answers something in every phase but REPLACED, while the card is not bound again', () => {
    for (const phase of phases) expect(whenOff({ phase }).steps.length > 0).toBe(phase !== 'REPLACED');
  });

  it.each([
    ['usable', bound(), ['USE_CARD', 'SUSPEND', 'UNBIND', 'REPORT_LOST']],
    ['suspended by its holder', bound([hold('HOLDER', 'SUSPENDED_BY_HOLDER')]), ['RESUME', 'UNBIND', 'REPORT_LOST']],
    ['reported lost', bound([hold('HOLDER', 'CARD_REPORTED_LOST')]), ['REPORT_FOUND', 'UNBIND']],
    ['on a lost device', bound([hold('DEVICE_LOST', 'DEVICE_REPORTED_LOST')]), ['REPORT_FOUND', 'UNBIND']],
    ['expired', bound([hold('VALIDITY')]), ['CONTACT_SUPPORT', 'SUSPEND', 'UNBIND', 'REPORT_LOST']],
    ['held by its provider', bound([hold('PROVIDER')]), ['CONTACT_PROVIDER', 'SUSPEND', 'UNBIND', 'REPORT_LOST']],
    ['blocked by others', bound([hold('RISK')]), ['CONTACT_SUPPORT', 'SUSPEND', 'UNBIND', 'REPORT_LOST']],
    [
      'in doubt',
      bound([], {
        state: 'UNKNOWN',
        operation: { id: newId('operation'), kind: 'SUSPEND', deadline: later.toISOString() },
      }),
      ['WAIT_FOR_PROVIDER', 'SUSPEND', 'UNBIND', 'REPORT_LOST'],
    ],
  ])('of a bound card that is %s', (_, state, expected) => expect(codes(state)).toEqual(expected));

  it('of a bound card that was found, whose provider refused to lift the block: it is asked again', () => {
    const key = { owner: 'HOLDER', reason: 'CARD_REPORTED_LOST' } as const;
    const found = { ...nothingOffered, found: [key] };
    expect(codes(bound([hold(key.owner, key.reason)]), bank, found)).toEqual(['RESUME', 'UNBIND', 'REPORT_LOST']);
    const both = bound([hold(key.owner, key.reason), hold('DEVICE_LOST', 'DEVICE_REPORTED_LOST')]);
    expect(codes(both, bank, found)).toEqual(['REPORT_FOUND', 'RESUME', 'UNBIND']);
  });

  it.each([
    ['usable', bound(), ['USE_CARD', 'SUSPEND', 'MOVE', 'UNBIND', 'REPORT_LOST', 'REPLACE']],
    [
      'expired: another one is wanted',
      bound([hold('VALIDITY')]),
      ['CONTACT_SUPPORT', 'SUSPEND', 'REPLACE', 'MOVE', 'UNBIND', 'REPORT_LOST'],
    ],
    ['reported lost', bound([hold('HOLDER', 'CARD_REPORTED_LOST')]), ['REPORT_FOUND', 'REPLACE', 'MOVE', 'UNBIND']],
  ])('of a bound card that can be replaced and moved, and is %s', (_, state, expected) =>
    expect(codes(state, bank, offersWhileBound({ replace: true, move: true, enter: null }))).toEqual(expected),
  );

  it('puts the end of an agreement first while a card is held whose provider collects by itself', () => {
    const stepsOf = (holds: Hold[], collects: boolean) =>
      nextSteps({ state: bound(holds), deadline: null, offers: nothingOffered, collects, now, support: true }, bank);
    const held = [hold('HOLDER', 'SUSPENDED_BY_HOLDER')];
    expect(stepsOf(held, true)[0]).toEqual({ code: 'UNBIND', stops: true });
    expect(stepsOf(held, true).filter(({ code }) => code === 'UNBIND')).toHaveLength(1);
    expect(stepsOf(held, false)[0]).toEqual({ code: 'RESUME' });
    expect(stepsOf([], true)[0]).toEqual({ code: 'USE_CARD' });
  });

  it('offers to enter a card that moves here, until when it can be', () => {
    const offers = offersWhileBound({ replace: false, move: false, enter: { until: later } });
    const situation = { state: bound(), deadline: null, offers, collects: false, now, support: true };
    expect(nextSteps(situation, bank)).toContainEqual({ code: 'REBIND', moves: true, until: later });
  });

  it('offers no suspension where holders may not suspend', () => {
    expect(codes(bound(), aProfile('seaside-bank', { suspend: { mode: 'NONE', by: [] } }))).toEqual([
      'USE_CARD',
      'UNBIND',
      'REPORT_LOST',
    ]);
  });

  it('offers to restore while a request would be taken: to the very end of the window', () => {
    for (const at of [now, later])
      expect(whenOff({ at })).toEqual({
        restorable: { until: later, extendedByDispute: false, strategy: 'REACTIVATE' },
        proofs: ['RESTORE'],
        steps: [{ code: 'RESTORE', until: later }, rebind],
      });
  });

  it('shows nothing to restore once the window is over, even before the binding is retired', () => {
    expect(whenOff({ restorableUntil: now, at: later })).toEqual({ restorable: null, proofs: [], steps: [rebind] });
  });

  it.each([
    ['before the end of the window', now, later],
    ['after it', later, now],
  ])('offers to restore with no date while a dispute is open, %s', (_, at, restorableUntil) => {
    expect(whenOff({ restorableUntil, at, disputeOpen: true })).toEqual({
      restorable: { until: restorableUntil, extendedByDispute: true, strategy: 'REACTIVATE' },
      proofs: ['RESTORE'],
      steps: [{ code: 'RESTORE' }, rebind],
    });
  });

  it('does not offer what the provider has ceased to do since the unbind', () => {
    const profile = aProfile('seaside-bank', { restore: { strategy: 'REBIND_ONLY', windowDays: null } });
    expect(whenOff({ profile })).toEqual({ restorable: null, proofs: [], steps: [rebind] });
  });

  it.each(['UNBOUND', 'DECLINED', 'RETIRED'] as const)(
    'offers nothing in %s when the card is bound again on the device, for all of it would be refused',
    (phase) => {
      const nothing = { restorable: null, proofs: [], steps: [] };
      expect(whenOff({ phase, slotFree: false })).toEqual(nothing);
      expect(whenOff({ phase, slotFree: false, at: new Date(later.getTime() + 1), disputeOpen: true })).toEqual(
        nothing,
      );
    },
  );
});

describe('proofsAsked', () => {
  it('is the proof of what the holder can do in each phase, and none where nothing waits for them', () =>
    expect(Object.fromEntries(phases.map((phase) => [phase, whenOff({ phase }).proofs]))).toEqual({
      VERIFYING: [],
      IN_REVIEW: [],
      BINDING: [],
      AWAITING_ACTIVATION: [],
      BOUND: ['UNBIND'],
      UNBINDING: [],
      UNBOUND: ['RESTORE'],
      RESTORING: [],
      DECLINED: [],
      REPLACED: [],
      RETIRED: [],
    }));

  it('is that of a binding while a start has room at its provider, and so is its step', () => {
    const state: BindingState = { phase: 'VERIFYING', holds: [], sync: { state: 'IN_SYNC' } };
    const stepsOf = (offers: Offers) =>
      nextSteps({ state, deadline: later, offers, collects: false, now, support: true }, bank);
    const of = (offers: Offers) => [proofsAsked(stepsOf(offers)), stepsOf(offers).map(({ code }) => code)];
    expect(of(offersOfStart(true))).toEqual([['BIND'], ['CONFIRM_BINDING', 'CANCEL_BINDING']]);
    expect(of(offersOfStart(false))).toEqual([[], ['CANCEL_BINDING']]);
  });

  it('are those of all steps, in their order: of a lost card on another device, found, moved or taken off', () => {
    const offers = offersWhileBound({ replace: false, move: true, enter: null });
    const state = bound([hold('HOLDER', 'CARD_REPORTED_LOST')]);
    const steps = nextSteps({ state, deadline: null, offers, collects: false, now, support: true }, bank);
    expect(proofsAsked(steps)).toEqual(['FOUND', 'MOVE', 'UNBIND']);
  });
});

describe('activation', () => {
  const link = { kind: 'OPEN_LINK', url: 'https://pay.example/sign' } as const;
  const waiting = (phase: Phase): BindingState => ({ phase, holds: [], sync: { state: 'IN_SYNC' } });
  const steps = (phase: Phase, offers: Offers) =>
    nextSteps({ state: waiting(phase), deadline: later, offers, collects: false, now, support: true }, bank);
  const soon = new Date(now.getTime() + 600_000);
  const of = (until: Date | null, deadline: Date | null = later): Offers => ({
    ...nothingOffered,
    activation: standingOf({ steps: [link], ...(until && { until: until.toISOString() }) }, deadline),
  });

  it.each(['AWAITING_ACTIVATION', 'BINDING', 'RESTORING'] as const)(
    'is the first step in %s, until the page closes or the binding lapses, whatever is first',
    (phase) => {
      expect(steps(phase, of(soon))[0]).toEqual({ code: 'ACTIVATE', until: soon, by: link });
      expect(steps(phase, of(later, soon))[0]).toEqual({ code: 'ACTIVATE', until: soon, by: link });
      expect(steps(phase, of(null))[0]).toEqual({ code: 'ACTIVATE', until: later, by: link });
    },
  );

  it('has no address and no time while its page is over, and the deadline where the provider says nothing', () => {
    expect(steps('AWAITING_ACTIVATION', of(now))[0]).toEqual({ code: 'ACTIVATE' });
    expect(steps('AWAITING_ACTIVATION', nothingOffered)[0]).toEqual({ code: 'ACTIVATE', until: later });
  });

  it.each([
    [link, 'WALLET', '打开微信支付的页面，完成授权', 'Open the page of WeChat Pay and agree there'],
    [link, 'PASS', '打开链接，将凭证加入微信支付', 'Open the link and add the pass to WeChat Pay'],
    [
      { kind: 'ENTER_CODE', sentTo: null },
      'BANK_CARD',
      '填写微信支付发来的验证码',
      'Enter the code that WeChat Pay has sent',
    ],
    [
      { kind: 'SIGN_MESSAGE', message: 'x', scheme: 'EIP191' },
      'CRYPTO_ADDRESS',
      '在您自己的钱包中，用此地址的密钥签署文字',
      'Sign the text in your own wallet, with the key of this address',
    ],
    [{ kind: 'AT_PROVIDER' }, 'BANK_CARD', '在微信支付完成激活', 'Finish activation with WeChat Pay'],
  ] as const)('by %o of a %s is named by what is to be done', (by, kind, zh, en) => {
    const named = { name: { 'zh-CN': '微信支付', en: 'WeChat Pay' }, kind };
    const title = (locale: 'zh-CN' | 'en') =>
      toNextStepType({ code: 'ACTIVATE', by }, named, { locale, supportUrl: null }).title;
    expect([title('zh-CN'), title('en')]).toEqual([zh, en]);
  });
});

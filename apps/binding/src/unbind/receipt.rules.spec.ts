import { toRemedyKind } from '@bindery/kernel';
import { phases } from '@bindery/card-lifecycle';
import { aProfile } from '../testing/builders';
import { nextSteps } from '../next-steps/next-steps.rules';
import { isOff, nothingOffered, type Offers } from '../next-steps/offers.rules';
import { receiptRemedies } from './receipt.rules';

const now = new Date('2026-01-01T00:00:00Z');
const until = new Date('2026-02-01T00:00:00Z');
const either = [true, false];
const restores: Offers['restore'][] = [
  null,
  { until, extendedByDispute: false, strategy: 'REACTIVATE' },
  { until, extendedByDispute: true, strategy: 'REPROVISION' },
];
const all: Offers[] = restores.flatMap((restore) =>
  either.flatMap((rebind) =>
    either.map((disputable) => ({ ...nothingOffered, restore, rebind, dispute: disputable ? { until } : null })),
  ),
);

describe('what a receipt offers', () => {
  it.each(phases.filter(isOff))(
    'is what the next steps are in %s, in their order and until the same moments',
    (phase) => {
      for (const offers of all) {
        const state = { phase, holds: [], sync: { state: 'IN_SYNC' } as const };
        const steps = nextSteps(
          { state, deadline: null, offers, now, collects: false, support: true },
          aProfile('seaside-bank'),
        );
        const remedies = receiptRemedies(phase, false, offers).map(({ code, ...more }) => ({
          code: toRemedyKind(code),
          ...more,
        }));
        expect(remedies).toEqual([...steps, { code: 'CONTACT_SUPPORT' }]);
      }
    },
  );

  it('names the card of plastic before a dispute, where it works', () => {
    const offers = { ...nothingOffered, restore: restores[1] ?? null, rebind: true, dispute: { until } };
    expect(receiptRemedies('UNBOUND', true, offers).map(({ code }) => code)).toEqual([
      'Restore',
      'Rebind',
      'UsePhysicalCard',
      'OpenDispute',
      'ContactSupport',
    ]);
  });

  it('is support alone for a card that is on again', () =>
    expect(receiptRemedies('BOUND', true, { ...nothingOffered, rebind: true })).toEqual([{ code: 'ContactSupport' }]));
});

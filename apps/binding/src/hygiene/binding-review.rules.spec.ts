import { newId } from '@bindery/kernel';
import { boundMax, decideReview, dismissedUntilOf, type BoundAndUsed } from './binding-review.rules';

const day = 24 * 60 * 60_000;
const now = new Date('2026-06-30T00:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * day);
const ahead = (days: number) => ago(-days);
const bound = (boundAt: Date, lastUsedAt: Date | null = null, staleAfterDays: number | null = 180): BoundAndUsed => ({
  id: newId('binding'),
  boundAt,
  lastUsedAt,
  staleAfterDays,
});

describe('decideReview', () => {
  it('has nothing to suggest while everything is used, and says when it would', () => {
    expect(decideReview([], null, now)).toEqual({
      suggested: false,
      reasons: [],
      since: null,
      stale: null,
      bindings: [],
      nextAt: null,
    });
    expect(decideReview([bound(ago(300), ago(10)), bound(ago(20))], null, now)).toMatchObject({
      suggested: false,
      reasons: [],
      nextAt: ahead(160),
    });
  });

  it('names what was not used for 180 days, the longest unused first', () => {
    const [never, long, fresh] = [bound(ago(181)), bound(ago(900), ago(400)), bound(ago(900), ago(179))];
    expect(decideReview([never, long, fresh], null, now)).toEqual({
      suggested: true,
      reasons: ['STALE'],
      since: ago(220),
      stale: { count: 2, days: 180 },
      bindings: [long.id, never.id],
      nextAt: null,
    });
  });

  it('goes by the days of each provider, and never by use where uses are not told', () => {
    const [soon, late, never] = [bound(ago(40), null, 30), bound(ago(300), null, 365), bound(ago(900), null, null)];
    expect(decideReview([never, late, soon], null, now)).toMatchObject({
      reasons: ['STALE'],
      since: ago(10),
      stale: { count: 1, days: 30 },
      bindings: [soon.id],
    });
    expect(decideReview([never, late], null, now)).toMatchObject({ reasons: [], nextAt: ahead(65) });
    expect(decideReview([never], null, now)).toMatchObject({ suggested: false, reasons: [], nextAt: null });
  });

  it('counts apart what was not used, where there are too many besides', () => {
    const many = Array.from({ length: boundMax }, (_, index) => bound(ago(50 - index)));
    const review = decideReview([bound(ago(200)), ...many], null, now);
    expect(review).toMatchObject({ reasons: ['STALE', 'TOO_MANY'], stale: { count: 1, days: 180 } });
    expect(review.bindings).toHaveLength(11);
  });

  it('turns on the very moment', () => {
    expect(decideReview([bound(ago(180))], null, now).suggested).toBe(true);
    expect(decideReview([bound(new Date(ago(180).getTime() + 1))], null, now).suggested).toBe(false);
  });

  it('counts more than ten as too many, since the eleventh', () => {
    const ten = Array.from({ length: boundMax }, (_, index) => bound(ago(50 - index)));
    expect(decideReview(ten, null, now).suggested).toBe(false);
    const review = decideReview([bound(ago(5)), ...ten], null, now);
    expect(review).toMatchObject({ suggested: true, reasons: ['TOO_MANY'], since: ago(5) });
    expect(review.bindings).toHaveLength(11);
  });

  it('is silent for 90 days after it was dismissed, and tells its reasons all the same', () => {
    const stale = [bound(ago(200))];
    const until = dismissedUntilOf(now);
    expect(until).toEqual(ahead(90));
    expect(decideReview(stale, until, now)).toMatchObject({ suggested: false, reasons: ['STALE'], nextAt: until });
    expect(decideReview(stale, until, until)).toMatchObject({ suggested: true });
    expect(decideReview([bound(ago(170))], until, now)).toMatchObject({ nextAt: until });
    expect(decideReview([bound(now)], until, now)).toMatchObject({ nextAt: ahead(180) });
  });
});

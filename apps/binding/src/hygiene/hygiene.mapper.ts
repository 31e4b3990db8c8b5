import type { Locale } from '@bindery/localisation';
import type { BindingReview } from './binding-review.rules';
import { BindingReviewType } from './binding-review.type';
import { say } from './hygiene.words';

export function toBindingReviewType(review: BindingReview, locale: Locale): BindingReviewType {
  const { suggested, reasons, since, nextAt, stale, bindings: bindingIds } = review;
  const values = { STALE: stale ?? { count: 0, days: 0 }, TOO_MANY: { count: bindingIds.length } };
  const texts = reasons.map((reason) => say(locale, reason, values[reason]));
  return Object.assign(new BindingReviewType(), {
    suggested,
    reasons: [...reasons],
    texts,
    since,
    nextAt,
    bindingIds,
  });
}

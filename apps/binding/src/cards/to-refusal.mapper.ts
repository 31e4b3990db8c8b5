import type { Locale } from '@bindery/localisation';

interface Refused {
  readonly kind: string;
}

/** Each refusal as its member of a result union, by its kind; one that is forgotten does not compile. */
export type Problems<E extends Refused> = {
  readonly [Kind in E['kind']]: (refusal: Extract<E, { kind: Kind }>, locale: Locale) => object;
};

/** The union member of a refusal, of the type that belongs to its kind. */
export function toRefusal<E extends Refused, P extends Problems<E>>(
  problems: P,
  refusal: E,
  locale: Locale,
): ReturnType<P[E['kind']]> {
  // Keyed by the kind of the refusal, so it takes that refusal; TypeScript cannot follow it through a type parameter.
  const toMember = problems[refusal.kind as E['kind']] as unknown as (
    refusal: E, locale: Locale) => ReturnType<P[E['kind']]>;
  return toMember(refusal, locale);
}

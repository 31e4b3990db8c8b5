import { kinds } from './kinds';

type Kind = (typeof kinds)[number];
type VariantOf<Each> = Each extends { readonly variants: infer Variants } ? keyof Variants : never;

/** What a notification is about. */
export type NotificationKind = Kind['code'];
export const notificationKinds: readonly NotificationKind[] = kinds.map(({ code }) => code);

/** What there are words for: each kind, and variants of a kind that need other words. */
export type WordsKey = NotificationKind | VariantOf<Kind>;

const criticalKinds = new Set(kinds.filter(({ critical }) => critical).map(({ code }) => code as NotificationKind));

/** Whether notifications of a kind cannot be switched off. */
export const isCritical = (kind: NotificationKind): boolean => criticalKinds.has(kind);

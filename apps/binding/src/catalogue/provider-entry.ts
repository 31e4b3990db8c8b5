import { holdOwners } from '@bindery/card-lifecycle';
import { areLines, err, ok, type Result } from '@bindery/kernel';
import { inBothLanguages } from '@bindery/localisation';
import { isCurrency } from '@bindery/values';
import { z } from 'zod';
import { addDuration } from '../lifecycle';
import {
  cardElements,
  cardKindCodes,
  cardKindOf,
  connectorStyleCodes,
  obligationActKinds,
  abilitiesOf,
  devicePlatforms,
} from '../providers';
import { fillTexts } from './fill-texts';
import { factorsOffered } from './offered-factors.rules';
import type { ProviderEntry } from './provider-version.rules';
import { toFaults, type ProfileFault, type ProfileRule, type ShapeIssue } from './faults/profile-faults.rules';
import { en } from './faults/profile-faults.words.en';
import { promiseFaults, promiseRules, type KindFacts } from './faults/promise-faults.rules';
import {
  allowedPurposes,
  pastPurposes,
  confirmationModes,
  documentTypes,
  movableThings,
  obligationPolicies,
  restoreStrategies,
  reviewOccasions,
  suspenders,
  suspendModes,
  type ProviderProfile,
} from './provider-profile.rules';

/** A rule of ours in a schema: by its code for the graph, in words for who starts the service. */
const rule = (code: ProfileRule, ...path: string[]) => ({
  message: en[code],
  params: { rule: code },
  ...(path.length > 0 ? { path } : {}),
});

const isOnce = (values: readonly unknown[]) => new Set(values).size === values.length;
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(100).refine(isOnce, rule('REPEATED'));
const text = (most: number) =>
  inBothLanguages(z.string().trim().min(1).max(most).refine(areLines, rule('CHARACTERS'))).strict();
const upTo = (most: number) => z.int().positive().max(most).nullable();

const money = z.strictObject({
  // Ten million yuan: above it somebody has mistaken the unit.
  value: z.int().positive().max(1_000_000_000),
  currency: z.string().refine(isCurrency, rule('CURRENCY')),
});
const obligationPolicy = z.enum(obligationPolicies);
const isOffered = (factor: string) => factorsOffered.some((offered) => offered === factor);
const factors = list(z.string().refine(isOffered, rule('FACTOR'))).min(1);

/** A bind may be looked at by people first: documents are nothing without somebody who looks at them. */
const reviewed = z
  .strictObject({
    factors,
    documents: list(z.enum(documentTypes)),
    review: z.boolean(),
    /** Two where one pair of eyes is not enough. */
    reviewers: z.int().min(1).max(2).optional(),
    /** Left out: whenever a card is bound. */
    reviewWhen: z.enum(reviewOccasions).optional(),
  })
  .refine(({ documents, review }) => review || documents.length === 0, rule('DOCUMENTS', 'documents'))
  .refine(({ reviewers, review }) => review || reviewers === undefined, rule('DOCUMENTS', 'reviewers'))
  .refine(({ reviewWhen, review }) => review || reviewWhen === undefined, rule('DOCUMENTS', 'reviewWhen'))
  .transform(({ review, documents, reviewers = 1, reviewWhen, ...rest }) => ({
    ...rest,
    review: review ? { documents, reviewers, ...(reviewWhen && { when: reviewWhen }) } : null,
  }));

/** What nothing here carries out may be written down as not asked for, and not as asked for: it would be promised and not kept. */
const unreviewed = z
  .strictObject({
    factors,
    documents: z.array(z.string()).refine((documents) => documents.length === 0, rule('REVIEW')),
    review: z.boolean().refine((review) => !review, rule('REVIEW')),
  })
  .transform((given) => ({ factors: given.factors }));

const restore = z
  .strictObject({ strategy: z.enum(restoreStrategies), windowDays: upTo(3_650) })
  .refine(
    ({ strategy, windowDays }) => (strategy === 'REBIND_ONLY') === (windowDays === null),
    rule('RESTORE_WINDOW', 'windowDays'),
  );

const suspend = z
  .strictObject({ mode: z.enum(suspendModes), by: list(z.enum(suspenders)) })
  .refine(({ mode, by }) => mode !== 'NONE' || by.length === 0, rule('SUSPEND_OWNERS', 'by'));

const limits = z
  .strictObject({ perAccount: upTo(1_000), perDevice: upTo(1_000) })
  .refine(
    ({ perAccount, perDevice }) => perAccount === null || perDevice === null || perDevice <= perAccount,
    rule('DEVICE_LIMIT', 'perDevice'),
  );

const version = z.string().regex(/^[\w.-]{1,32}$/);

/** Each purpose once: what is agreed to by itself is taken back by itself. */
const purposes = z
  .array(z.strictObject({ code: z.enum(allowedPurposes), version, text: text(5_000) }))
  .max(allowedPurposes.length)
  .refine((given) => isOnce(given.map(({ code }) => code)), rule('REPEATED'));

const loans = z.strictObject({
  version,
  text: text(5_000),
  needs: list(z.enum(allowedPurposes)).min(1),
  factors,
});

const thirtyDaysMs = 30 * 24 * 60 * 60_000;
/** Without a sign, as ISO 8601 has it. */
const duration = z.iso
  .duration({ abort: true })
  .refine((given) => addDuration(new Date(0), given).getTime() <= thirtyDaysMs, rule('DURATION'));

/** Strict throughout: a field misspelt would otherwise be a policy silently not applied. */
const providerEntry = z.strictObject({
  /** Providers are shown by it, the least first. */
  position: z.int().nonnegative().max(1_000_000),
  style: z.enum(connectorStyleCodes),
  kind: z.enum(cardKindCodes),
  name: text(64),
  terms: z.strictObject({ version, text: text(5_000) }),
  sites: z
    .array(z.strictObject({ code: z.string().min(1).max(64), name: text(64) }))
    .min(1)
    .max(500)
    .refine((sites) => isOnce(sites.map(({ code }) => code)), rule('REPEATED'))
    .optional(),
  /** What a bank compares besides the number of a card. */
  elements: list(z.enum(cardElements)).default([]),
  validity: z.strictObject({ graceDays: z.int().min(0).max(30) }).default({ graceDays: 0 }),
  suspend,
  restore,
  confirmation: z.enum(confirmationModes),
  // A day: past it nobody waits for the answer of a machine.
  // A pass that comes back waits for its holder's phone, for as long as an activation does.
  operationDeadlineSeconds: z
    .int()
    .positive()
    .max(60 * 86_400),
  activationDeadlineDays: upTo(365),
  unbindFee: z.strictObject({ amount: money, source: text(200) }).nullable(),
  unbindObligations: z.strictObject({
    balance: obligationPolicy,
    pendingPayment: obligationPolicy,
    mandate: obligationPolicy,
    loan: obligationPolicy.optional(),
  }),
  /** What is done about them through us. */
  obligationActs: list(z.enum(obligationActKinds)).default([]),
  purposes: purposes.optional(),
  loans: loans.nullable().optional(),
  documents: z.strictObject({ graceDays: z.int().min(0).max(90) }).optional(),
  requirements: z.strictObject({ BIND: reviewed, UNBIND: unreviewed, RESTORE: unreviewed }),
  limits,
  // Half a year: what opened nothing and paid nothing for so long nobody would miss, and somebody could misuse.
  staleAfterDays: upTo(3_650).default(180),
  cascadesToBindings: z.boolean(),
  offlineRevocationWorstCase: duration,
  deviceMove: z.strictObject({ carries: list(z.enum(movableThings)), perYear: upTo(1_000) }),
  signalsRemoval: z.boolean(),
  /** Systems of devices that its cards can be bound on; empty: any. */
  platforms: list(z.enum(devicePlatforms)).default([]),
  /** How the world outside behaves where it is simulated; not our business. */
  simulated: z.unknown().optional(),
});

/** What a kind of card has, as far as a profile can promise something of it. */
function factsOf(code: string): KindFacts {
  const { entry, opensDoors, hasLastDay = false } = cardKindOf(code);
  return { isEntered: entry !== null, opensDoors, lends: entry?.protocol.lends ?? false, hasLastDay };
}

/** Nothing is promised that nobody could keep. */
const entry = providerEntry.superRefine((given, context) => {
  for (const { field, rule: code } of promiseFaults(given, abilitiesOf(given.style), factsOf(given.kind)))
    context.addIssue({ code: 'custom', ...rule(code, ...field.split('.')) });
});

/** A profile as it is read, its texts filled. */
export const providerProfile = entry.transform(({ simulated: _, position, sites = null, ...given }, context) => {
  const profile = { ...given, sites, position };
  try {
    return fillTexts(profile satisfies Omit<ProviderProfile, 'code'>);
  } catch (error) {
    const { params, message } = rule('PLACEHOLDER');
    context.addIssue({ code: 'custom', params, message: `${message}: ${(error as Error).message}` });
    return z.NEVER;
  }
});

/** The fields that an entry may have and that are ours: what is kept of one. */
export const entryFields: readonly string[] = Object.keys(providerEntry.shape).filter((field) => field !== 'simulated');

/** A kept entry without what once could be said and cannot be any more: it is in force as if it had never had it, until somebody changes it. */
const withoutPast = ({ purposes: asked, suspend: how, ...entry }: ProviderEntry): ProviderEntry => ({
  ...entry,
  ...(asked !== undefined && { purposes: withoutPastPurposes(asked) }),
  ...(how !== undefined && { suspend: withoutPastOwners(how) }),
});

const withoutPastPurposes = (asked: unknown): unknown =>
  Array.isArray(asked) ? asked.filter(({ code }: { code?: unknown }) => !isOneOf(pastPurposes, code)) : asked;

/** Whose holds count was once said for every owner, and changed nothing but for the holder. */
function withoutPastOwners(how: unknown): unknown {
  const by = typeof how === 'object' && how !== null && 'by' in how ? how.by : undefined;
  if (!Array.isArray(by)) return how;
  return { ...(how as object), by: by.filter((owner) => isOneOf(suspenders, owner) || !isOneOf(holdOwners, owner)) };
}

const isOneOf = (words: readonly string[], given: unknown) => words.some((word) => word === given);

/** The profile that an entry says, or every fault of it. */
export function readProviderEntry(code: string, entry: ProviderEntry): Result<ProviderProfile, ProfileFault[]> {
  const parsed = providerProfile.safeParse(entry, { reportInput: true });
  return parsed.success
    ? ok({ code, ...parsed.data })
    : err(parsed.error.issues.flatMap((issue) => toFaults(issue as ShapeIssue)));
}

/**
 * The profile that a kept entry is in force as: fields that it has not come from the file, what is asked for no more is left out, and what was promised
 * before anybody looked whether it can be kept is as the file says.
 */
export function readKeptEntry(
  code: string,
  file: ProviderEntry | undefined,
  kept: ProviderEntry,
): Result<ProviderProfile, ProfileFault[]> {
  const entry = withoutPast({ ...file, ...kept });
  const read = readProviderEntry(code, entry);
  if (read.ok || !file || !read.error.every(isPromise)) return read;
  const broken = read.error.map(({ field }) => field.split('.')[0] ?? '');
  const keepable = Object.fromEntries(Object.entries(entry).filter(([field]) => !broken.includes(field)));
  const asFiled = readProviderEntry(code, withoutPast({ ...file, ...keepable }));
  return asFiled.ok ? asFiled : read;
}

const isPromise = ({ field, rule: broken }: ProfileFault): boolean =>
  promiseRules.some((promise) => promise.field === field && promise.rule === broken);

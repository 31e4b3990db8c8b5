import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdOwners } from '@bindery/card-lifecycle';
import { parseJson } from '@bindery/kernel';
import { inBothLanguages } from '@bindery/localisation';
import { isCurrency } from '@bindery/values';
import { z } from 'zod';
import { cardKindCodes } from '../providers';
import { fillTexts } from './fill-texts';
import {
  confirmationModes,
  movableThings,
  obligationPolicies,
  restoreStrategies,
  suspendModes,
  type ProviderProfile,
} from './provider-profile.rules';

const textInBoth = inBothLanguages(z.string().min(1)).strict();
const limit = z.int().positive().nullable();
const money = z.strictObject({
  value: z.int().positive(),
  currency: z.string().refine(isCurrency, 'is an ISO 4217 code'),
});
const obligationPolicy = z.enum(obligationPolicies);
/** What nothing here carries out yet may be written down as not asked for, and not as asked for: it would be promised and not kept. */
const requirements = z
  .strictObject({
    factors: z.array(z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'is a code like SMS_CODE')).min(1),
    documents: z.array(z.string()).max(0, 'is empty: documents cannot be asked for yet'),
    review: z.literal(false, 'is false: nobody can review yet'),
  })
  .transform(({ factors }) => ({ factors }));

const restore = z
  .strictObject({ strategy: z.enum(restoreStrategies), windowDays: limit })
  .refine(({ strategy, windowDays }) => (strategy === 'REBIND_ONLY') === (windowDays === null), {
    path: ['windowDays'],
    message: 'is null for REBIND_ONLY and a number of days for the other strategies',
  });

const suspend = z
  .strictObject({ mode: z.enum(suspendModes), by: z.array(z.enum(holdOwners)) })
  .refine(({ mode, by }) => (mode === 'NONE') === (by.length === 0), {
    path: ['by'],
    message: 'is empty for NONE and names somebody for the other modes',
  });

/** Strict throughout: a field misspelt would otherwise be a policy silently not applied. */
const providerEntry = z.strictObject({
  kind: z.enum(cardKindCodes),
  name: textInBoth,
  terms: z.strictObject({ version: z.string().min(1), text: textInBoth }),
  sites: z
    .array(z.strictObject({ code: z.string().min(1).max(64), name: textInBoth }))
    .min(1)
    .max(500)
    .optional(),
  suspend,
  restore,
  confirmation: z.enum(confirmationModes),
  operationDeadlineSeconds: z.int().positive(),
  activationDeadlineDays: limit,
  unbindFee: z.strictObject({ amount: money, source: textInBoth }).nullable(),
  unbindObligations: z.strictObject({
    balance: obligationPolicy,
    pendingPayment: obligationPolicy,
    mandate: obligationPolicy,
  }),
  requirements: z.strictObject({ BIND: requirements, UNBIND: requirements, RESTORE: requirements }),
  limits: z.strictObject({ perAccount: limit, perDevice: limit }),
  cascadesToBindings: z.boolean(),
  offlineRevocationWorstCase: z.iso.duration(),
  deviceMove: z.strictObject({ carries: z.array(z.enum(movableThings)), perYear: limit }),
  signalsRemoval: z.boolean(),
  /** How the world outside behaves where it is simulated; not our business. */
  simulated: z.unknown().optional(),
});
const providerProfile = providerEntry.transform(({ simulated: _, sites = null, ...entry }, context) => {
  const profile = { ...entry, sites };
  try {
    return fillTexts(profile satisfies Omit<ProviderProfile, 'code'>);
  } catch (error) {
    context.addIssue({ code: 'custom', message: `a text says what the entry has not: ${(error as Error).message}` });
    return z.NEVER;
  }
});

const catalogue = z.record(z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'is not in kebab-case'), providerProfile);

/** The providers that cards can be bound at, by code, in the order they are shown in. */
export type ProviderCatalogue = ReadonlyMap<string, ProviderProfile>;

export class CatalogueError extends Error {
  override name = 'CatalogueError';
}

const catalogueFile = join(__dirname, 'providers.json');

/** Reads providers.json; throws one CatalogueError that names every field at fault. */
export function loadProviderCatalogue(file = catalogueFile): ProviderCatalogue {
  return readProviderCatalogue(readFileSync(file, 'utf8'));
}

/** The catalogue out of its JSON text, code → profile. Throws one CatalogueError that names every field at fault. */
export function readProviderCatalogue(text: string): ProviderCatalogue {
  const json = parseJson(text);
  if (json === undefined) throw new CatalogueError('The catalogue of providers is not JSON.');
  const parsed = catalogue.safeParse(json);
  if (!parsed.success)
    throw new CatalogueError(
      ['The catalogue of providers is not complete:', ...parsed.error.issues.map(toLine)].join('\n'),
    );
  return new Map(Object.entries(parsed.data).map(([code, profile]) => [code, { code, ...profile }]));
}

function toLine(issue: z.core.$ZodIssue): string {
  return `  ${issue.path.join('.')}: ${issue.message}`;
}

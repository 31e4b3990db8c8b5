import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdOwners } from '@bindery/card-lifecycle';
import { z } from 'zod';
import {
  cardKinds, confirmationModes, movableThings, obligationPolicies, proofFactors, provenOperations, restoreStrategies, suspendModes,
  type ProviderCatalogue, type ProviderProfile,
} from '../domain/provider-profile';

const localised = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });
const count = z.int().positive();
const money = z.strictObject({ value: count, currency: z.string().regex(/^[A-Z]{3}$/, 'is an ISO 4217 code') });
const obligation = z.enum(obligationPolicies);
const forEachProvenOperation = <Schema extends z.ZodType>(schema: Schema) => z.strictObject({ BIND: schema, UNBIND: schema, RESTORE: schema });

const restore = z
  .strictObject({ strategy: z.enum(restoreStrategies), windowDays: count.nullable() })
  .refine(({ strategy, windowDays }) => (strategy === 'REBIND_ONLY') === (windowDays === null), {
    path: ['windowDays'],
    message: 'is null for REBIND_ONLY and a number of days for the other strategies',
  });

/** Strict throughout: a field misspelt would otherwise be a policy silently not applied. */
const providerProfile = z
  .strictObject({
    kind: z.enum(cardKinds),
    name: localised,
    terms: z.strictObject({ version: z.string().min(1), text: localised }),
    suspend: z.enum(suspendModes),
    suspendableBy: z.array(z.enum(holdOwners)),
    restore,
    confirmation: z.enum(confirmationModes),
    operationDeadlineSeconds: count,
    activationDeadlineDays: count,
    unbindFee: z.strictObject({ amount: money, source: localised }).nullable(),
    obligations: z.strictObject({ balance: obligation, pending: obligation, mandate: obligation }),
    factors: forEachProvenOperation(z.array(z.enum(proofFactors)).min(1)),
    documents: forEachProvenOperation(z.array(z.string().min(1))),
    review: z.array(z.enum(provenOperations)),
    limits: z.strictObject({ perAccount: count, perDevice: count }),
    cascadesToBindings: z.boolean(),
    offlineRevocationWorstCase: z.iso.duration().nullable(),
    deviceMove: z.strictObject({ carries: z.array(z.enum(movableThings)), perYear: count.nullable() }),
    signalsRemoval: z.boolean(),
  })
  .refine(({ suspend, suspendableBy }) => (suspend === 'NONE') === (suspendableBy.length === 0), {
    path: ['suspendableBy'],
    message: 'is empty where suspend is NONE and names somebody elsewhere',
  }) satisfies z.ZodType<Omit<ProviderProfile, 'code'>>;

const catalogue = z.record(z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'is not in kebab-case'), providerProfile);

export class CatalogueError extends Error {
  override name = 'CatalogueError';
}

const catalogueFile = join(__dirname, '../../providers.json');

/** Reads providers.json; throws one CatalogueError that names every field at fault. */
export function loadProviderCatalogue(file = catalogueFile): ProviderCatalogue {
  return readProviderCatalogue(readFileSync(file, 'utf8'));
}

/** The catalogue out of its JSON text, code → profile. Throws one CatalogueError that names every field at fault. */
export function readProviderCatalogue(text: string): ProviderCatalogue {
  const parsed = catalogue.safeParse(parseJson(text));
  if (!parsed.success) throw new CatalogueError(['The catalogue of providers is not complete:', ...parsed.error.issues.map(toLine)].join('\n'));
  const byCode = new Map(Object.entries(parsed.data).map(([code, profile]): [string, ProviderProfile] => [code, { code, ...profile }]));
  return { all: [...byCode.values()], find: (code) => byCode.get(code) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CatalogueError('The catalogue of providers is not JSON.');
  }
}

function toLine(issue: z.core.$ZodIssue): string {
  return `  ${issue.path.join('.')}: ${issue.message}`;
}

/** What is asked of the fields of a profile. */
export const profileRules = [
  'MISSING',
  'TYPE',
  'FIELD_UNKNOWN',
  'CHOICE',
  'FORMAT',
  'CHARACTERS',
  'TOO_SMALL',
  'TOO_LARGE',
  'PROVIDER_CODE',
  'CURRENCY',
  'FACTOR',
  'DOCUMENTS',
  'REVIEW',
  'PURPOSES',
  'LENDING',
  'RESTORE_WINDOW',
  'SUSPEND_OWNERS',
  'REPEATED',
  'DURATION',
  'DEVICE_LIMIT',
  'OBLIGATION_ACTS',
  'KIND_OF_STYLE',
  'SITES',
  'ELEMENTS',
  'LAST_DAY',
  'SUSPEND_MODE',
  'RESTORE_STRATEGY',
  'CONFIRMATION',
  'ACTIVATION',
  'OBLIGATION_UNTOLD',
  'USES_UNTOLD',
  'CASCADE',
  'REMOVAL_UNTOLD',
  'NO_READERS',
  'CARRIES',
  'PLATFORMS',
  'LOAN_POLICY',
  'ACT_OF_IGNORED',
  'BALANCE_NOT_KEPT',
  'RESTORE_STEP',
  'PLACEHOLDER',
  'FIXED',
  'WORDS_OF_TERMS',
] as const;
export type ProfileRule = (typeof profileRules)[number];

/** What is wrong with one field of a profile, which contradicts itself or what there is. */
export interface ProfileFault {
  /** Path in the profile, e.g. `restore.windowDays`; empty where it is about the whole. */
  readonly field: string;
  readonly rule: ProfileRule;
  /** The least or the most that is allowed, where the rule has one. */
  readonly limit?: number;
}

/** As zod tells it, as far as it is looked at. */
export interface ShapeIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly input?: unknown;
  readonly keys?: readonly string[];
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly params?: { readonly rule?: ProfileRule };
}

const rulesOfCodes: Readonly<Record<string, ProfileRule>> = {
  invalid_type: 'TYPE',
  invalid_value: 'CHOICE',
  invalid_format: 'FORMAT',
  too_small: 'TOO_SMALL',
  too_big: 'TOO_LARGE',
};

/** The faults that an issue tells: one for each field that there is none of. */
export function toFaults(issue: ShapeIssue): ProfileFault[] {
  const { code, path, input, keys = [], minimum, maximum, params } = issue;
  const at = (more: readonly PropertyKey[] = []) => [...path, ...more].map(String).join('.');
  if (params?.rule) return [{ field: at(), rule: params.rule }];
  if (code === 'unrecognized_keys') return keys.map((key) => ({ field: at([key]), rule: 'FIELD_UNKNOWN' }));
  if (code === 'invalid_type' && input === undefined) return [{ field: at(), rule: 'MISSING' }];
  const limit = Number(minimum ?? maximum);
  return [{ field: at(), rule: rulesOfCodes[code] ?? 'FORMAT', ...(Number.isFinite(limit) ? { limit } : {}) }];
}

/**
 * The factors that verification offers, which alone can ask for them: a profile that asks for another could never be proved for. `tools/docs/offered-factors.spec.ts`
 * holds this to verification's own list.
 */
export const factorsOffered = ['SMS_CODE'] as const;

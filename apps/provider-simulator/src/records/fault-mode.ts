/** How a provider can misbehave. */
export const faultModes = [
  'slow',
  'twice',
  'late',
  'never',
  'silent',
  'refuse',
  'error',
  'timeout-then-success',
  'contradict',
  'out-of-order',
  'wrong-signature',
  'unknown-key',
  'replay',
] as const;
export type FaultMode = (typeof faultModes)[number];

/** What can be wrong with a webhook itself, whatever it says and whoever sends it. */
export const spoilings = ['wrong-signature', 'unknown-key', 'replay'] as const satisfies readonly FaultMode[];
export type Spoiling = (typeof spoilings)[number];

export const isSpoiling = (mode: FaultMode | undefined): mode is Spoiling =>
  (spoilings as readonly (FaultMode | undefined)[]).includes(mode);

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
] as const;
export type FaultMode = (typeof faultModes)[number];

import type { StartedParts } from './jest-global-setup';

export default async function tearDown(): Promise<void> {
  const { binderyStarted } = globalThis as { binderyStarted?: StartedParts };
  for (const part of binderyStarted?.parts ?? []) await part.stop();
}

import { rmSync } from 'node:fs';
import type { RunningSystem } from './run-system';

export default async function tearDown(): Promise<void> {
  const { binderySystem: system } = globalThis as { binderySystem?: RunningSystem };
  if (!system) return;
  const code = await system.stop();
  if (code !== 0) throw new Error(`the system stopped with ${code}:\n${system.output()}`);
  rmSync(system.data, { recursive: true, force: true });
}

import { runSystem } from './run-system';

/** One system for all test files; a service that a test kills is started again by its supervisor. */
export default async function setUp(): Promise<void> {
  if (process.env.E2E_PORT) return;
  const system = await runSystem({ args: ['--supervise'] });
  Object.assign(globalThis, { binderySystem: system });
  process.env.E2E_PORT = String(system.port);
  process.env.E2E_DATA = system.data;
}

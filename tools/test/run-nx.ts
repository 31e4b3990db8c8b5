import { runProgram, type Finished } from './run-check';

/** In CI everything is done anew: what is shown there was seen there. */
const cache = process.env.CI ? ['--skip-nx-cache'] : [];

/** Runs targets of the graph; a success whose inputs did not change is taken from the local cache. */
export const runNx = (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  output: 'pipe' | 'inherit' = 'pipe',
): Promise<Finished> =>
  runProgram('nx', [...args, '--output-style', 'static', ...cache], { NX_TUI: 'false', ...env }, output);

/** What Nx answers to a question about the graph. */
export async function askNx<Answer>(args: readonly string[]): Promise<Answer> {
  const { code, output } = await runProgram('nx', args);
  if (code !== 0) throw new Error(`nx ${args.join(' ')}: ${output}`);
  return JSON.parse(output) as Answer;
}

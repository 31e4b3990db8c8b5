import { z } from 'zod';
import { productionFaults } from './in-production';

/** Shape of a program's configuration: environment variable → schema with a description. */
export type ConfigShape = z.ZodRawShape;
export type Config<Shape extends ConfigShape> = z.infer<z.ZodObject<Shape>>;

export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * The typed configuration out of the environment. An empty variable counts as not set. In production, which is what a program runs
 * in that is told nothing else, values keep the rules of `inProduction` besides.
 * Throws one ConfigError that names every variable at fault and what it should be, never its value.
 */
export function readConfig<Shape extends ConfigShape>(shape: Shape, env: NodeJS.ProcessEnv): Config<Shape> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = z.object(shape).safeParse(given);
  const faults = isProduction(shape, given) ? productionFaults(shape, given) : [];
  if (parsed.success && faults.length === 0) return parsed.data;
  const { issues } = parsed.error ?? { issues: [] };
  throw new ConfigError(
    [
      ...(issues.length ? ['The configuration is not complete:'] : []),
      ...issues.map((issue) => toLine(shape, issue)),
      ...(faults.length ? [notForProduction] : []),
      ...faults.map(({ variable, words }) => `  ${variable}: ${words}`),
    ].join('\n'),
  );
}

/** Production is what nobody has to ask for. */
const isProduction = (shape: ConfigShape, { NODE_ENV = 'production' }: NodeJS.ProcessEnv): boolean =>
  'NODE_ENV' in shape && NODE_ENV === 'production';

const notForProduction =
  'This is no configuration for production (on a machine for development set NODE_ENV=development):';

function toLine(shape: ConfigShape, issue: z.core.$ZodIssue): string {
  const variable = String(issue.path[0]);
  const description = (shape[variable] as z.ZodType | undefined)?.description ?? '';
  return `  ${variable}: ${issue.message} (${description})`;
}

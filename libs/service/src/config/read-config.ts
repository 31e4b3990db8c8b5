import { z } from 'zod';

/** Shape of a program's configuration: environment variable → schema with a description. */
export type ConfigShape = z.ZodRawShape;
export type Config<Shape extends ConfigShape> = z.infer<z.ZodObject<Shape>>;

export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * The typed configuration out of the environment. An empty variable counts as not set.
 * Throws one ConfigError that names every variable at fault and what it should be, never its value.
 */
export function readConfig<Shape extends ConfigShape>(shape: Shape, env: NodeJS.ProcessEnv): Config<Shape> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = z.object(shape).safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    ['The configuration is not complete:', ...parsed.error.issues.map((issue) => toLine(shape, issue))].join('\n'),
  );
}

function toLine(shape: ConfigShape, issue: z.core.$ZodIssue): string {
  const variable = String(issue.path[0]);
  const description = (shape[variable] as z.ZodType | undefined)?.description ?? '';
  return `  ${variable}: ${issue.message} (${description})`;
}

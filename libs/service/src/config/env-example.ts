import type { z } from 'zod';
import type { ConfigShape } from './read-config';

/** The text of a program's `.env.example`: each variable with its description; optional ones commented out. */
export function toEnvExample(program: string, shape: ConfigShape): string {
  const blocks = Object.entries(shape).map(([variable, schema]) => toBlock(variable, schema as z.ZodType));
  return (
    [`# Configuration of ${program}. Generated from its schema by npm run generate; do not edit.`, ...blocks].join(
      '\n\n',
    ) + '\n'
  );
}

function toBlock(variable: string, schema: z.ZodType): string {
  const withoutValue = schema.safeParse(undefined);
  const assignment = withoutValue.success ? `# ${variable}=${toText(withoutValue.data)}` : `${variable}=`;
  return `# ${schema.description ?? ''}\n${assignment}`;
}

const toText = (value: unknown): string =>
  value === undefined ? '' : Array.isArray(value) ? value.join(',') : String(value);

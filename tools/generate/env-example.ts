import { join } from 'node:path';
import { toEnvExample, type ConfigShape } from '@bindery/service';
import { root } from '../start/start-options';
import type { GeneratedFile } from './generated-file';

/** The `.env.example` of a program, from the schema that reads its configuration. */
export const generateEnvExample = (app: string): GeneratedFile => ({
  path: `apps/${app}/.env.example`,
  content: toEnvExample(app, configShapeOf(app)),
});

/** The schema that a program reads its configuration by. */
export function configShapeOf(app: string): ConfigShape {
  const exported = require(join(root, 'apps', app, 'src', `${app}.config.ts`)) as Record<string, ConfigShape>;
  const name = Object.keys(exported).find((key) => key.endsWith('ConfigShape'));
  const shape = name && exported[name];
  if (!shape) throw new Error(`apps/${app}/src/${app}.config.ts exports no …ConfigShape`);
  return shape;
}

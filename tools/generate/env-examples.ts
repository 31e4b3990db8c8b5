import { join } from 'node:path';
import { toEnvExample, type ConfigShape } from '@bindery/service';
import { root } from '../start/start-options';
import { programs } from '../start/topology';
import type { GeneratedFile } from './generated-file';

/** One `.env.example` for each program, from the schema that reads its configuration. */
export function generateEnvExamples(): GeneratedFile[] {
  return programs.map((app) => ({ path: `apps/${app}/.env.example`, content: toEnvExample(app, configShapeOf(app)) }));
}

function configShapeOf(app: string): ConfigShape {
  const exported = require(join(root, 'apps', app, 'src', `${app}.config.ts`)) as Record<string, ConfigShape>;
  const name = Object.keys(exported).find((key) => key.endsWith('ConfigShape'));
  const shape = name && exported[name];
  if (!shape) throw new Error(`apps/${app}/src/${app}.config.ts exports no …ConfigShape`);
  return shape;
}

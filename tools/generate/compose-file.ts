import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../start/start-options';
import { services } from '../start/topology';
import type { GeneratedFile } from './generated-file';
import { replaceRegion } from './region';

const path = 'infra/compose/compose.yaml';

/** The containers of the services in the Compose file, which is otherwise kept by hand. */
export function generateComposeFile(): GeneratedFile[] {
  const text = readFileSync(join(root, path), 'utf8');
  const content = replaceRegion(
    replaceRegion(text, 'images', services.map(imageOf).join('')),
    'services',
    services.map(containersOf).join(''),
  );
  return [{ path, content }];
}

const imageOf = (name: string) => `x-${name}: &${name}
  <<: *app
  image: bindery/${name}:\${BINDERY_VERSION:-local}
  env_file: \${BINDERY_SECRETS:-../../.bindery/compose}/${name}.env
`;

/** All roles in one; with the profile `roles` the others have containers of their own, as a deployment would have them. */
const containersOf = (name: string) =>
  `  ${name}:
    <<: *${name}
    build: { <<: *build, args: { BASE_IMAGE: '\${BASE_IMAGE:-node:24-bookworm-slim}', APP: ${name} } }
    environment: *service-environment
${['relay', 'consumers', 'jobs'].map((role) => roleOf(name, role)).join('')}`;

const roleOf = (name: string, role: string) => `  ${name}-${role}:
    <<: *${name}
    profiles: [roles]
    environment: { <<: *service-environment, ROLES: ${role} }
`;

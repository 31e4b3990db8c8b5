import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../start/start-options';
import { brokerPortsFrom, brokers, portsFrom, services, usualPort } from '../start/topology';
import type { GeneratedFile } from './generated-file';
import { replaceRegion } from './region';

const path = 'infra/compose/compose.yaml';

/** What `npm run compose:secrets` wrote. */
const secrets = '${BINDERY_SECRETS:-../../.bindery/compose}';

const parts: readonly [name: string, content: string][] = [
  ['images', services.map(imageOf).join('')],
  ['ports', openPorts()],
  ['services', services.map(containersOf).join('')],
];

/** The containers of the services and all ports in the Compose file, which is otherwise kept by hand. */
export function generateComposeFile(): GeneratedFile[] {
  const text = readFileSync(join(root, path), 'utf8');
  return [{ path, content: parts.reduce((before, [name, content]) => replaceRegion(before, name, content), text) }];
}

/** What is open on this machine, on loopback only, and may be moved by a variable: programs by their own port, brokers by their outer one. */
function openPorts(): string {
  const ports = portsFrom(usualPort);
  const outerPorts = brokerPortsFrom(usualPort);
  const portOfBroker = (name: string, index: number) =>
    `\${${name.toUpperCase().replaceAll('-', '_')}_PORT:-${outerPorts[index]}}`;
  return [
    'x-ports:',
    `  gateway: &gateway-ports ['127.0.0.1:\${GATEWAY_PORT:-${ports.gateway}}:${ports.gateway}']`,
    `  provider-simulator: &provider-simulator-ports ['127.0.0.1:\${SIMULATOR_PORT:-${ports['provider-simulator']}}:${ports['provider-simulator']}']`,
    ...brokers.map((name, index) => `  ${name}: &${name}-ports ['127.0.0.1:${portOfBroker(name, index)}:9094']`),
    'x-listeners:',
    ...brokers.map(
      (name, index) =>
        `  ${name}: &${name}-listeners INSIDE://${name}:9092,OUTSIDE://127.0.0.1:${portOfBroker(name, index)}`,
    ),
    '',
  ].join('\n');
}

function imageOf(name: string): string {
  return `x-${name}: &${name}
  <<: *app
  image: bindery/${name}:\${BINDERY_VERSION:-local}
  env_file: ${secrets}/${name}.env
  networks: [services, databases, events, world]
  volumes:
    - ${secrets}/identities/${name}:/run/identity:ro
    - ${secrets}/passwords/${name}_app:/run/passwords/${name}_app:ro
`;
}

/** All roles in one; with the profile `roles` the others have containers of their own, as a deployment would have them. */
function containersOf(name: string): string {
  return `  ${name}:
    <<: *${name}
    build: { <<: *build, args: { BASE_IMAGE: '\${BASE_IMAGE:-node:24-bookworm-slim}', APP: ${name} } }
    environment: *service-environment
${['relay', 'consumers', 'jobs'].map((role) => roleOf(name, role)).join('')}`;
}

function roleOf(name: string, role: string): string {
  return `  ${name}-${role}:
    <<: *${name}
    profiles: [roles]
    environment: { <<: *service-environment, ROLES: ${role} }
`;
}

import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a node needs for a TLS listener with SCRAM logins and rights for each of them. */
export interface KafkaSecurity {
  readonly keyStore: string;
  readonly keyStorePassword: string;
  /** PEM of the certificate, for clients. */
  readonly certificate: string;
  readonly certificateFile: string;
  /** Passwords by login; `admin` may do everything. */
  readonly passwords: Readonly<Record<string, string>>;
}

/** Makes a certificate for 127.0.0.1 with the JDK's keytool, and takes these logins beside `admin`. */
export function makeKafkaSecurity(directory: string, logins: readonly string[]): KafkaSecurity {
  mkdirSync(directory, { recursive: true });
  const keyStore = join(directory, 'broker.p12');
  const certificateFile = join(directory, 'broker.pem');
  const keyStorePassword = randomBytes(16).toString('hex');
  const store = ['-keystore', keyStore, '-storetype', 'PKCS12', '-storepass', keyStorePassword, '-alias', 'broker'];
  if (existsSync(keyStore)) throw new Error(`${keyStore} is there already`);
  keytool([
    '-genkeypair',
    ...store,
    '-keyalg',
    'EC',
    '-groupname',
    'secp256r1',
    '-validity',
    '2',
    '-dname',
    'CN=localhost',
    '-ext',
    'san=dns:localhost,ip:127.0.0.1',
    '-ext',
    'bc:c',
  ]);
  keytool(['-exportcert', '-rfc', ...store, '-file', certificateFile]);
  const passwords = Object.fromEntries(['admin', ...logins].map((login) => [login, randomBytes(16).toString('hex')]));
  return { keyStore, keyStorePassword, certificate: readFileSync(certificateFile, 'utf8'), certificateFile, passwords };
}

const keytool = (args: readonly string[]) =>
  execFileSync('keytool', [...args], { stdio: ['ignore', 'ignore', 'pipe'] });

/** Lines for server.properties. The controller's listener is the node's own and has no login, hence ANONYMOUS. */
export const secureProperties = ({
  keyStore,
  keyStorePassword,
  certificateFile,
  passwords,
}: KafkaSecurity): readonly string[] => [
  'listener.security.protocol.map=SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT',
  'inter.broker.listener.name=SASL_SSL',
  'sasl.enabled.mechanisms=SCRAM-SHA-512',
  'sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512',
  `listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="admin" password="${passwords.admin}";`,
  'ssl.keystore.type=PKCS12',
  `ssl.keystore.location=${keyStore}`,
  `ssl.keystore.password=${keyStorePassword}`,
  'ssl.truststore.type=PEM',
  `ssl.truststore.location=${certificateFile}`,
  'ssl.enabled.protocols=TLSv1.3,TLSv1.2',
  'authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  'super.users=User:admin;User:ANONYMOUS',
  'allow.everyone.if.no.acl.found=false',
];

/** Arguments of the storage tool that write the logins down before the node's first start. */
export const scramArguments = (security: KafkaSecurity | undefined): readonly string[] =>
  Object.entries(security?.passwords ?? {}).flatMap(([login, password]) => [
    '--add-scram',
    `SCRAM-SHA-512=[name=${login},password=${password}]`,
  ]);

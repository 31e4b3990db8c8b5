import type { FastifyInstance } from 'fastify';
import { give, answer } from '../../http/answers';
import type { SimulatorState } from '../../state/simulator-state';
import type { StyledCompany } from '../style';
import { encryptResource } from './encrypt-resource';
import type { WeChatPayKeys } from './keys';
import { platformKeysOf } from './platform-keys';
import { toRfc3339 } from './shanghai-time';

/** What WeChat Pay signs with, for the merchant who holds the APIv3 key. */
export function registerCertificates(
  app: FastifyInstance,
  company: StyledCompany<WeChatPayKeys>,
  state: SimulatorState,
): void {
  const platformKeys = platformKeysOf(company, state);

  app.get('/v3/certificates', async (_request, reply) => {
    const certificates = await platformKeys.handOut();
    const data = certificates.map(({ serial, pem, from, until }) => ({
      serial_no: serial,
      effective_time: toRfc3339(new Date(from)),
      expire_time: toRfc3339(new Date(until)),
      encrypt_certificate: encryptResource(pem, company.keys.apiV3Key, 'certificate'),
    }));
    return give(reply, answer(200, { data }));
  });
}

import { unzipSync } from 'fflate';
import { newId } from '@bindery/kernel';
import type { Answer, RunningPasses } from './start-passes';

/** A pass as a phone has it after its link. */
export interface Downloaded {
  readonly serialNumber: string;
  readonly token: string;
  readonly reference: string;
  readonly lastModified: string;
  readonly operationId: ReturnType<typeof newId<'operation'>>;
  readonly link: string;
}

/** pass.json of an answer. */
export const readPass = ({ bytes }: Answer) =>
  JSON.parse(Buffer.from(unzipSync(bytes)['pass.json'] ?? []).toString('utf8'));

let devices = 0;
export const newDevice = () => `device-${++devices}`;
export const pushToken = 'f'.repeat(64);

/** What phones ask of a running web service. */
export function createDevices(passes: RunningPasses) {
  async function download(): Promise<Downloaded> {
    const { operationId, link } = await passes.issue();
    const answer = await passes.ask('GET', link);
    expect(answer.status).toBe(200);
    const { serialNumber, authenticationToken: token, barcodes } = readPass(answer);
    const lastModified = answer.headers.get('last-modified') ?? '';
    return { serialNumber, token, reference: barcodes[0].message, lastModified, operationId, link };
  }

  const registrationOf = (device: string, serialNumber: string) =>
    `/v1/devices/${device}/registrations/${passes.passType}/${serialNumber}`;
  const register = (device: string, { serialNumber, token }: Downloaded, push = pushToken) =>
    passes.ask('POST', registrationOf(device, serialNumber), { token, body: { pushToken: push } });
  const unregister = (device: string, { serialNumber, token }: Downloaded) =>
    passes.ask('DELETE', registrationOf(device, serialNumber), { token });
  const updates = (device: string, since?: string) =>
    passes.ask(
      'GET',
      `/v1/devices/${device}/registrations/${passes.passType}${since === undefined ? '' : `?passesUpdatedSince=${since}`}`,
    );
  const fetchPass = ({ serialNumber, token }: Downloaded, since?: string) =>
    passes.ask('GET', `/v1/passes/${passes.passType}/${serialNumber}`, {
      token,
      headers: since === undefined ? {} : { 'if-modified-since': since },
    });
  const operate = (
    kind: 'SUSPEND' | 'RESUME' | 'UNBIND',
    { reference }: Downloaded,
    operationId = newId('operation'),
  ) => passes.connector.send({ operationId, kind, token: '', credentialReference: reference });

  async function added(device = newDevice()): Promise<Downloaded & { readonly device: string }> {
    const pass = await download();
    expect((await register(device, pass)).status).toBe(201);
    await passes.drain();
    return { ...pass, device };
  }

  return { download, registrationOf, register, unregister, updates, fetchPass, operate, added };
}

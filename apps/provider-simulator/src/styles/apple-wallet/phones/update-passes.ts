import type { Clock } from '@bindery/kernel';
import { z } from 'zod';
import type { Phone, WalletPass } from '../../../records/phone';
import type { WalletKeys } from '../keys';
import { openPass } from '../passes/open-pass';
import { readJson } from '../passes/read-bundle';
import { logUrl, passUrl, showToken, updatesUrl, type WebServiceClient } from './web-service-client';

interface UpdateDeps {
  readonly keys: WalletKeys;
  readonly clock: Clock;
  readonly client: WebServiceClient;
}

const updates = z.object({ lastUpdated: z.string().min(1), serialNumbers: z.array(z.string()).max(1_000) });

/** The phone after it has asked for each type of pass it has what changed since it last did, and fetched that. */
export async function updatePasses(phone: Phone, deps: UpdateDeps): Promise<Phone> {
  let now = phone;
  for (const type of new Set(phone.passes.map(({ passTypeIdentifier }) => passTypeIdentifier)))
    now = await updateType(now, type, deps);
  return now;
}

async function updateType(phone: Phone, type: string, deps: UpdateDeps): Promise<Phone> {
  const one = phone.passes.find(({ passTypeIdentifier }) => passTypeIdentifier === type);
  if (!one) return phone;
  const since = phone.lastUpdated[type];
  const query = since === undefined ? '' : `?passesUpdatedSince=${encodeURIComponent(since)}`;
  const answer = await deps.client.fetch(`${updatesUrl(one, phone.deviceLibraryId)}${query}`);
  const told = answer?.status === 200 ? updates.safeParse(readJson(answer.body)).data : undefined;
  if (!told) return phone;
  const passes: WalletPass[] = [];
  let failed = false;
  for (const pass of phone.passes) {
    const isTold = pass.passTypeIdentifier === type && told.serialNumbers.includes(pass.serialNumber);
    const fetched = isTold ? await fetchPass(pass, deps) : pass;
    failed ||= fetched === undefined;
    passes.push(fetched ?? pass);
  }
  // With the old tag the next question brings what could not be fetched now.
  return { ...phone, passes, ...(!failed && { lastUpdated: { ...phone.lastUpdated, [type]: told.lastUpdated } }) };
}

/** The pass as it is now; undefined, and told to the server, where it cannot be had or is not as it must be. */
async function fetchPass(pass: WalletPass, { client, keys, clock }: UpdateDeps): Promise<WalletPass | undefined> {
  const answer = await client.fetch(passUrl(pass, pass.serialNumber), {
    headers: { ...showToken(pass), 'if-modified-since': pass.lastModified },
  });
  if (answer?.status === 304) return pass;
  const opened = answer?.status === 200 ? openPass(answer.body, keys, clock.now()) : undefined;
  const isSame =
    opened?.ok &&
    opened.value.serialNumber === pass.serialNumber &&
    opened.value.passTypeIdentifier === pass.passTypeIdentifier &&
    opened.value.authenticationToken === pass.authenticationToken;
  if (isSame) return { ...opened.value, lastModified: answer?.headers.get('last-modified') ?? '' };
  const why = opened && !opened.ok ? opened.error.kind : `status ${answer?.status ?? 'none'}`;
  await client.fetch(logUrl(pass), { method: 'POST', body: { logs: [`a pass could not be updated: ${why}`] } });
  return undefined;
}

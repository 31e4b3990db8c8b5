import type { Clock } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { StyleRoute } from '../../../connector-style';
import type { MakePassFile } from '../passes/make-pass-file';
import type { PassLinks } from '../passes/pass-links';
import { findPass } from '../passes/pass.repository';
import { passFile, status } from './replies';

interface PassDownloadDeps {
  readonly db: EntityManager;
  readonly clock: Clock;
  readonly provider: string;
  readonly passType: string;
  readonly path: string;
  readonly links: PassLinks;
  readonly makePassFile: MakePassFile;
}

/** The pass for whoever has its link, until it is over or a device has added the pass: 404 for a link that is none, 410 for one that was. */
export const createPassDownload = ({
  db,
  clock,
  provider,
  passType,
  path,
  links,
  makePassFile,
}: PassDownloadDeps): StyleRoute => ({
  method: 'GET',
  path: `${path}/links/:token`,
  async handle({ params }) {
    const link = links.read(params.token ?? '', clock.now());
    if (!link.ok) return status(link.error.kind === 'LINK_OVER' ? 410 : 404);
    const pass = await findPass(db, { provider, passType, serialNumber: link.value });
    if (!pass || pass.standing === 'VOIDED' || pass.addedAt !== null) return status(410);
    return passFile(await makePassFile(pass), pass, {
      'content-disposition': 'attachment; filename="pass.pkpass"',
      'referrer-policy': 'no-referrer',
    });
  },
});

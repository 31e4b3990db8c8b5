import { InvalidArgumentError } from 'commander';
import type { StaffDesk } from '../../apps/identity/src/staff';
import { withStaffDesk } from '../../apps/identity/src/open-staff-desk';
import { isStaffRole, staffRoles, type StaffRole } from '@bindery/trust';
import { createCommand } from '../command-line/create-command';
import { readPort } from '../command-line/readers';
import { defaultDataFolder } from '../start/start-options';
import { operator, recordStaffAct } from '../start/staff-acts';
import { usualPort } from '../start/topology';
import { readStaffConfig, type WhereIdentityIs } from './staff-config';
import { toRefusal, toRow } from './staff-text';

const program = createCommand('npm run staff --').description(
  'Which of our own people may do what. What is granted stands in the access tokens that the account gets from then on; what is revoked ends its sessions.',
);

const command = (name: string, words: string) =>
  program
    .command(name)
    .description(words)
    .option('--data <folder>', 'data folder of a system started by npm start', defaultDataFolder())
    .option('--port <port>', "port of that system's gateway", readPort, usualPort)
    .option('--from-environment', "take identity's configuration from the environment instead, as in its container");

const changing = (name: string, words: string) =>
  command(name, words)
    .argument('<account>', 'its id, or the phone that it logs in with')
    .argument('<role>', staffRoles.join(', '), readRole);

changing('grant', 'give an account a role').action((account: string, role: StaffRole, where: WhereIdentityIs) =>
  change(where, account, async (desk, accountId) => {
    const granted = await desk.grant({ accountId, role, by: operator() });
    if (!granted.ok) throw new Error(toRefusal(granted.error.kind, account, role));
    recordStaffAct(folderOf(where), 'staff-role-granted', { userId: accountId, labels: { role } });
    return `${accountId} is ${role} from its next access token on: log in again, or wait ten minutes.`;
  }),
);

changing('revoke', 'take a role from an account, and end its sessions').action(
  (account: string, role: StaffRole, where: WhereIdentityIs) =>
    change(where, account, async (desk, accountId) => {
      const revoked = await desk.revoke({ accountId, role, by: operator() });
      if (!revoked.ok) throw new Error(toRefusal(revoked.error.kind, account, role));
      recordStaffAct(folderOf(where), 'staff-role-revoked', { userId: accountId, labels: { role } });
      return `${accountId} is ${role} no more. ${revoked.value} sessions were ended.`;
    }),
);

command('list', 'who has which role, and who had').action(async (where: WhereIdentityIs) => {
  const grants = await withStaffDesk(readStaffConfig(where), (desk) => desk.listGrants());
  console.log(grants.length ? grants.map(toRow).join('\n') : 'Nobody has, or had, a role.');
});

async function change(
  where: WhereIdentityIs,
  account: string,
  work: (desk: StaffDesk, accountId: Parameters<StaffDesk['grant']>[0]['accountId']) => Promise<string>,
): Promise<void> {
  const words = await withStaffDesk(readStaffConfig(where), async (desk) => {
    const accountId = await desk.findAccount(account);
    if (!accountId) throw new Error(toRefusal('NO_SUCH_ACCOUNT', account));
    return work(desk, accountId);
  });
  console.log(words);
}

function readRole(text: string): StaffRole {
  if (!isStaffRole(text)) throw new InvalidArgumentError(`A role is one of ${staffRoles.join(', ')}.`);
  return text;
}

const folderOf = ({ data, fromEnvironment }: WhereIdentityIs) => (fromEnvironment ? undefined : data);

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

import { appendFileSync, existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { createLog, createSecurityLog, type SecurityAction, type SecurityFacts } from '@bindery/service';

/** Beside the logs, which go with a reset. */
export const staffActsFile = (data: string): string => join(data, 'operators.log');

/**
 * Tells the security log what an operator did by a command: in a file of the data folder where there is one, else as a line on standard error, for
 * whatever collects those.
 */
export function recordStaffAct(data: string | undefined, action: SecurityAction, facts: SecurityFacts = {}): void {
  const write = (line: string) =>
    data !== undefined && existsSync(data)
      ? appendFileSync(staffActsFile(data), line, { mode: 0o600 })
      : process.stderr.write(line);
  const log = createLog({ service: 'operators', level: 'info', format: 'json', destination: { write } });
  createSecurityLog(log).record(action, { operator: operator(), ...facts });
}

/** Who sits there, also behind sudo, which alone runs as root and says for whom; the number of a user that has no name. */
export function operator(): string {
  try {
    const { uid, username } = userInfo();
    const behind = uid === 0 ? process.env.SUDO_USER : undefined;
    return behind === undefined ? username : `${username} for ${behind}`;
  } catch {
    return String(process.getuid?.());
  }
}

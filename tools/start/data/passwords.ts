import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPassword, toPassfileLine, withPassfile } from '@bindery/persistence';
import { readers, services, type Reader, type Service } from '../topology';

/** The name of the superuser that every server has. */
export const superuser = 'postgres';

export type Login = typeof superuser | `${Service | 'event_log'}_owner` | `${Service | Reader}_app`;

/** Every login of the server: one for each role and service, so that one password opens one thing. */
export const logins: readonly Login[] = [
  ...[...services, 'event_log' as const].map((name) => `${name}_owner` as const),
  ...[...services, ...readers].map((name) => `${name}_app` as const),
  // The last to be put in place when all are changed; see `moveIntoPlace`.
  superuser,
];

const folderOf = (data: string) => join(data, 'passwords');
const nextFolderOf = (data: string) => join(folderOf(data), 'next');
const fileIn = (folder: string, login: Login) => join(folder, login, 'passfile');

/** Where the password of a login stands, as a line of a password file of libpq. Each in a folder of its own, which a container can be given. */
export const passfileOf = (data: string, login: Login): string => fileIn(folderOf(data), login);

export const passwordOf = (data: string, login: Login): string => readPassword(passfileOf(data, login), login);

/** A database on this machine as one of its logins. */
export const urlFor = (data: string, port: number, database: string, login: Login): string =>
  withPassfile(`postgres://127.0.0.1:${port}/${database}`, login, passfileOf(data, login));

/** Makes the passwords that are not there. `old`: the superuser's of a server that is there already. */
export function ensurePasswords(data: string, old?: string): void {
  for (const login of logins)
    if (!existsSync(passfileOf(data, login)))
      writePassword(folderOf(data), login, login === superuser && old ? old : newPassword());
}

/** Makes new passwords for all, aside, and answers them: the server has to be told before they are put in place. */
export function writeNextPasswords(data: string): ReadonlyMap<Login, string> {
  rmSync(nextFolderOf(data), { recursive: true, force: true });
  const next = new Map(logins.map((login) => [login, newPassword()]));
  for (const [login, password] of next) writePassword(nextFolderOf(data), login, password);
  return next;
}

/** The superuser's password that was written aside, if there is one. */
export const nextSuperuserPassfile = (data: string): string | undefined => {
  const file = fileIn(nextFolderOf(data), superuser);
  return existsSync(file) ? file : undefined;
};

/** Puts the passwords that were written aside in the place of those before. What was cut off can be repeated. */
export function moveIntoPlace(data: string): void {
  for (const login of logins)
    if (existsSync(fileIn(nextFolderOf(data), login))) {
      makePrivate(join(folderOf(data), login));
      renameSync(fileIn(nextFolderOf(data), login), passfileOf(data, login));
    }
  forgetNext(data);
}

export const forgetNext = (data: string): void => rmSync(nextFolderOf(data), { recursive: true, force: true });

/** 24 random bytes in letters that neither a URL nor a password file has to escape. */
const newPassword = () => randomBytes(24).toString('base64url');

function writePassword(folder: string, login: Login, password: string): void {
  makePrivate(folder);
  makePrivate(join(folder, login));
  writeFileSync(fileIn(folder, login), toPassfileLine(login, password), { mode: 0o600 });
}

function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
}

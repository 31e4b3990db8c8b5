import { portsFrom, readyUrlOf, urlOf, usualPort } from './topology';

/** Whether a gateway at this port can do its work. */
export const isReady = (port: number, scheme?: 'http' | 'https'): Promise<boolean> =>
  fetch(readyUrlOf(urlOf(portsFrom(port).gateway, scheme))).then(
    ({ ok }) => ok,
    () => false,
  );

/** What starts a system there. */
export const startCommand = (port: number): string =>
  port === usualPort ? 'npm start' : `npm start -- --port ${port}`;

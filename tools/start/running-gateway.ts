import { portsFrom, urlOf } from './topology';

/** Whether a gateway at this port answers: asked at its public address, the only one that a gateway in a container has for tools. */
export const isReady = (port: number, scheme?: 'http' | 'https'): Promise<boolean> =>
  fetch(`${urlOf(portsFrom(port).gateway, scheme)}/graphql`).then(
    ({ status }) => status < 500,
    () => false,
  );

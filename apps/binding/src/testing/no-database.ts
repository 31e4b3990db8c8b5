import type { EntityManager } from 'typeorm';
import type { UnitOfWork } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';

const refuse = (): never => {
  throw new Error('this test has no database');
};

/** For connectors in tests without a database: whoever asks it for something fails. Nobody reads their security log either. */
export const noDatabase: {
  readonly db: EntityManager;
  readonly unitOfWork: UnitOfWork;
  readonly security: Pick<SecurityLog, 'record'>;
} = {
  db: new Proxy({} as EntityManager, { get: refuse }),
  unitOfWork: new Proxy({} as UnitOfWork, { get: refuse }),
  security: { record: () => undefined },
};

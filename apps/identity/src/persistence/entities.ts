import { AccountEntity } from './account.entity';
import { ContactPointEntity } from './contact-point.entity';
import { DeviceEntity } from './device.entity';
import { PasswordEntity } from './password.entity';
import { SessionEntity } from './session.entity';

export const entities = [AccountEntity, PasswordEntity, ContactPointEntity, DeviceEntity, SessionEntity];

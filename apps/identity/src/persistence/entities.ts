import { AccountEntity } from '../accounts/account.entity';
import { ContactPointEntity } from '../accounts/contact-point.entity';
import { DeviceEntity } from '../devices/device.entity';
import { PasswordEntity } from '../passwords/password.entity';
import { SessionEntity } from '../sessions/session.entity';

export const entities = [AccountEntity, PasswordEntity, ContactPointEntity, DeviceEntity, SessionEntity];

import type { Locale } from '@bindery/localisation';
import { renderNotification, toAction, type ActionPlaces, type Notification } from '../alerts';
import { NotificationActionType, NotificationSubjectType, NotificationType } from './notification.type';

/** A notification as the inbox shows it; words are made now, so that a switch of language reaches old ones too. */
export type ToNotificationType = (notification: Notification, locale: Locale, timeZone: string) => NotificationType;

export const createNotificationMapper =
  (places: ActionPlaces): ToNotificationType =>
  (notification, locale, timeZone) => {
    const { id, kind, critical, createdAt, readAt, action, cardId, bindingId } = notification;
    return Object.assign(new NotificationType(), {
      id,
      kind,
      critical,
      readAt,
      sentAt: createdAt,
      ...renderNotification(notification, locale, timeZone),
      action: action && Object.assign(new NotificationActionType(), toAction(action, notification, places)),
      subject: cardId || bindingId ? Object.assign(new NotificationSubjectType(), { cardId, bindingId }) : null,
    });
  };

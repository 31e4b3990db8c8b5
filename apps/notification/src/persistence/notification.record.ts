/** The columns of a notification under the names of the domain type. */
export const notificationColumns = `
  id, account_id AS "accountId", kind, critical, words, action, facts,
  card_id AS "cardId", binding_id AS "bindingId", created_at AS "createdAt", read_at AS "readAt"`;

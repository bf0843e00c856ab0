/**
 * How a call that only explores a flow is told from a real one.
 * @module
 */

/** What the `CallUUID` begins with in each request of `plivo-jsx check`. Plivo's are UUIDs, which never begin so. */
export const checkPrefix = 'check-';

/** Whether a `CallUUID` is of a call that explores. */
export const isCheckUuid = (uuid: string | undefined): boolean => uuid?.startsWith(checkPrefix) === true;

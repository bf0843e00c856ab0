/**
 * Plivo's fields whose names begin with a lower-case letter, as the parameters of a level do.
 * @module
 */
import { commonFields } from './events/common-fields.ts';
import type { FieldTable } from './events/define-event.ts';
import * as events from './events/index.ts';

const tables: readonly FieldTable[] = [commonFields, ...Object.values(events).map(({ fields }) => fields)];

const names = tables.flatMap((fields) => Object.values(fields).flatMap((field) => field.names));

/** A GET request has them in its query, among the parameters of the level. */
export const lowerCaseFields: ReadonlySet<string> = new Set(names.filter((name) => /^[a-z]/.test(name)));

import type { XmlElement } from '../document/read-xml.ts';
import { Values } from '../document/values.ts';
import type { RequestKind } from '../http/request-kind.ts';
import type { NextDocument, Params } from '../engine/requests.ts';
import type { Session } from '../engine/session.ts';

/** Executes one element to its end. A document that it returns replaces the current one. */
export type Executor = (element: XmlElement, session: Session) => Promise<NextDocument | undefined | void>;

/** Requests `action`, if the element has one. With `redirect` the call goes on with its document; otherwise it is a notice. */
export async function act(
  session: Session,
  element: XmlElement,
  kind: RequestKind,
  params: Params,
): Promise<NextDocument | undefined> {
  const values = new Values(element);
  const action = values.maybe('action');
  if (action === undefined) return undefined;
  if (values.flag('redirect')) {
    session.countDocument();
    return session.requests.next(kind, action, values.text('method'), params);
  }
  await session.requests.notify(kind, action, values.text('method'), params);
  return undefined;
}

/**
 * Requests the action of an element during which the caller hung up, if the assumption `actionAfterHangup` says so.
 *
 * @param isDocumented true when Plivo documents the request, so that the assumption matters less
 */
export async function actAfterHangup(
  element: XmlElement,
  session: Session,
  kind: 'record-action' | 'dial-action',
  params: Params,
  isDocumented = false,
): Promise<void> {
  const { actionAfterHangup } = session.assume;
  const values = new Values(element);
  if (actionAfterHangup === 'never') return;
  if (actionAfterHangup === 'redirect-false' && values.flag('redirect') && !isDocumented) return;
  await session.requests.notify(kind, values.maybe('action'), values.text('method'), params);
}

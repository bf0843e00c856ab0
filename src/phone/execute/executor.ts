import type { XmlElement } from '../document/read-xml.ts';
import { Values } from '../document/values.ts';
import type { RequestKind } from '../http/request-kind.ts';
import type { NextDocument, Params } from '../engine/requests.ts';
import type { Session } from '../engine/session.ts';

/** Executes one element, to its end; a document that it gives replaces the one that runs. */
export type Executor = (element: XmlElement, session: Session) => Promise<NextDocument | undefined | void>;

/** Tells `action`, if there is one. With `redirect` its document goes on, and without it nobody waits for the reply. */
export async function act(
  session: Session,
  element: XmlElement,
  kind: RequestKind,
  params: Params,
): Promise<NextDocument | undefined> {
  const values = new Values(element);
  const action = values.maybe('action');
  if (action === undefined) return undefined;
  if (values.flag('redirect')) return session.requests.next(kind, action, values.text('method'), params);
  await session.requests.notify(kind, action, values.text('method'), params);
  return undefined;
}

/** Tells the action of an element that the caller left by hanging up, as far as that is assumed. */
export async function actAfterHangup(
  element: XmlElement,
  session: Session,
  kind: 'record-action' | 'dial-action',
  params: Params,
  isStated = false,
): Promise<void> {
  const { actionAfterHangup } = session.assume;
  const values = new Values(element);
  if (actionAfterHangup === 'never') return;
  if (actionAfterHangup === 'redirect-false' && values.flag('redirect') && !isStated) return;
  await session.requests.notify(kind, values.maybe('action'), values.text('method'), params);
}

/**
 * `<Transfer>`: connects the caller with somebody, and knows where to go on after each outcome.
 * @module
 */
import type { Node } from '../../jsx-runtime/element.ts';
import { jsx } from '../../jsx-runtime/jsx-runtime.ts';
import { Dial, Number, User, type DialProps } from '../elements/index.ts';
import type { Link } from '../elements/url.ts';
import type { DialogState } from '../flow/dialog-state.ts';
import type { Context } from '../render/context.ts';
import { DocumentError } from '../render/explain/problem.ts';
import { EndOfDocument } from '../render/walk/end-of-document.ts';
import { Only } from '../render/walk/replace-document.ts';
import type { DialStatus } from '../webhook/plivo-enums.ts';
import type { Key } from '../elements/telephone-key.ts';
import { assertLinks } from './assert-links.ts';
import { speak } from './prompt.ts';
import { enter, goTo } from './question.ts';
import type { Prompt } from './say.ts';

/** Where the call goes on, by the outcome that Plivo reports as `DialStatus`. */
interface Outcomes {
  /** The two have talked, and the other one has hung up. */
  readonly onCompleted: Link;
  /** The line is busy, or the call was declined. */
  readonly onBusy: Link;
  /** Nobody answered while it rang. */
  readonly onNoAnswer: Link;
  /** It rang as long as `ring` allows. */
  readonly onTimeout: Link;
  /** The number cannot be called, or nobody pressed `acceptKey`: then Plivo drops the one who answered (hangup cause 9110). */
  readonly onFailed: Link;
  /** The call was taken back before an answer. */
  readonly onCancel: Link;
}

/** All outcomes; or those that matter, and one link for those that are left. */
export type TransferOutcomes =
  | (Outcomes & { readonly onUnanswered?: undefined })
  | (Pick<Outcomes, 'onCompleted'> &
      Partial<Outcomes> & {
        /** Where the call goes on after each outcome that has no link of its own. */
        readonly onUnanswered: Link;
      });

/** A phone number with its country code, or a SIP address such as `sip:ana@phone.plivo.com`. */
type Destination = string;

/** The props of {@link Transfer} beside the outcomes. */
interface TransferSettings extends Pick<DialProps, 'callerId' | 'callerName' | 'timeLimit' | 'dialMusic'> {
  /**
   * Who is called: a phone number or a SIP address; several ring at the same time. With nobody, such as a variable that is not
   * set, the outcome is `failed` at once.
   */
  readonly to: Destination | readonly Destination[] | undefined;
  /** How long it rings, in seconds. Default: 30; Plivo's pages state several. */
  readonly ring?: number | undefined;
  /** What the person who answers hears before being connected, in the caller's language unless it is in a `<Language>`. */
  readonly whisper?: Prompt;
  /** The key that the person presses to be connected, so that an answering machine does not hold the caller. Needs `whisper`. */
  readonly acceptKey?: Key | undefined;
  /** How long to wait for `acceptKey`, in seconds from the answer. Default: 15; Plivo's own is 120, in which a machine holds the caller. */
  readonly acceptTimeout?: number | undefined;
  /** Its name in the address of the outcome. Default: `transfer`. */
  readonly name?: string | undefined;
  /** What the caller hears before it rings. */
  readonly children?: Prompt;
}

/** The props of {@link Transfer}. */
export type TransferProps = TransferSettings & TransferOutcomes;

const usualRing = 30;
const usualAcceptTimeout = 15;

/**
 * Connects the caller with somebody. What happened is posted back to the level of the transfer, and the document of the
 * level for that outcome is the reply.
 *
 * @throws {@link PlivoJsxError} `E_DIALOG_PROP` for an `acceptKey` without `whisper`; `E_DIALOG` outside a flow
 * @example
 * ```tsx
 * import { level, Response, Speak, Transfer } from 'plivo-jsx';
 *
 * const goodbye = level('/goodbye', () => (
 *   <Response>
 *     <Speak>Goodbye.</Speak>
 *   </Response>
 * ));
 * export const operator = level('/operator', () => (
 *   <Response>
 *     <Transfer
 *       to="+14155550100"
 *       whisper="A customer is calling. Press 1 to answer."
 *       acceptKey="1"
 *       onCompleted={goodbye()}
 *       onUnanswered={goodbye()}
 *     >
 *       One moment, please.
 *     </Transfer>
 *   </Response>
 * ));
 * ```
 */
export function Transfer(props: TransferProps, context: Context): Node {
  const state = enter(context, 'Transfer', props.name);
  const { onUnanswered } = props;
  assertLinks('Transfer', {
    onCompleted: props.onCompleted,
    ...(onUnanswered === undefined && {
      onBusy: props.onBusy,
      onNoAnswer: props.onNoAnswer,
      onTimeout: props.onTimeout,
      onFailed: props.onFailed,
      onCancel: props.onCancel,
    }),
  });
  if (props.acceptKey !== undefined && !hasWhisper(props)) throw silentKey();
  if (state.phase === 'whisper') return jsx(Only, { children: speak(props.whisper) });
  if (state.phase === 'answer') return goTo(linkFor(context.call?.dialStatus, props));
  const destinations = destinationsOf(props.to);
  return destinations.length === 0
    ? goTo(linkFor('failed', props))
    : dial(props, destinations, state, context);
}

const destinationsOf = (to: TransferProps['to']): readonly Destination[] =>
  (typeof to === 'string' ? [to] : (to ?? [])).filter((each) => each.trim() !== '');

function dial(
  { children, ring = usualRing, whisper, acceptKey, acceptTimeout, ...props }: TransferProps,
  destinations: readonly Destination[],
  state: DialogState,
  { postBack }: Context,
): Node {
  const { callerId, callerName, timeLimit, dialMusic } = props;
  return [
    speak(children),
    jsx(Dial, {
      action: postBack!({ ...state, phase: 'answer' }, { keepsTime: true }),
      timeout: ring,
      callerId,
      callerName,
      timeLimit,
      dialMusic,
      confirmSound: hasWhisper({ whisper })
        ? postBack!({ ...state, phase: 'whisper' }, { keepsTime: true })
        : undefined,
      confirmKey: acceptKey,
      confirmTimeout: acceptKey === undefined ? undefined : (acceptTimeout ?? usualAcceptTimeout),
      children: destinations.map((each) =>
        jsx(each.trim().toLowerCase().startsWith('sip:') ? User : Number, { children: each.trim() }),
      ),
    }),
    jsx(EndOfDocument, { component: 'Transfer' }),
  ];
}

/** Whether the person who answers hears something. */
function hasWhisper({ whisper }: Pick<TransferProps, 'whisper'>): boolean {
  const spoken = speak(whisper);
  return !Array.isArray(spoken) || spoken.length > 0;
}

const silentKey = () =>
  new DocumentError('E_DIALOG_PROP', {
    component: 'Transfer',
    problem: 'has an acceptKey and no whisper, so nobody is asked to press it',
    suggestion: 'give a whisper that says which key to press',
  });

/** The link for an outcome; a status that Plivo does not document, or none, is a failure. */
function linkFor(status: DialStatus | undefined, props: TransferOutcomes): Link {
  const links: { readonly [status in DialStatus]: Link | undefined } = {
    completed: props.onCompleted,
    busy: props.onBusy,
    'no-answer': props.onNoAnswer,
    timeout: props.onTimeout,
    failed: props.onFailed,
    cancel: props.onCancel,
  };
  return (links[status ?? 'failed'] ?? props.onUnanswered ?? props.onFailed)!;
}

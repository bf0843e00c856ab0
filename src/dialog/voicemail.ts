/**
 * `<Voicemail>`: records a message, and hands it over even if the caller hangs up.
 * @module
 */
import type { Node, Rendered } from '../../jsx-runtime/element.ts';
import { jsx } from '../../jsx-runtime/jsx-runtime.ts';
import { Record, type RecordProps } from '../elements/index.ts';
import type { Link } from '../elements/url.ts';
import type { DialogState } from '../flow/dialog-state.ts';
import type { Context } from '../render/context.ts';
import { EndOfDocument } from '../render/walk/end-of-document.ts';
import { Forward, Only } from '../render/walk/replace-document.ts';
import type { Call } from '../webhook/call.ts';
import { assertLinks } from './assert-links.ts';
import { speak } from './prompt.ts';
import { enter, goTo } from './question.ts';
import type { Prompt } from './say.ts';

/** A message that a caller has left. */
export interface Message {
  /** The address of the recording. */
  readonly recordUrl: string;
  /** The id of the recording: the same message may be handed over twice. */
  readonly recordingId: string | undefined;
  /** Its length in seconds, if Plivo tells it. */
  readonly seconds: number | undefined;
  /** What Plivo reports about the call, such as the caller's number. */
  readonly call: Call;
}

/** The props of {@link Voicemail}. */
export interface VoicemailProps extends Pick<RecordProps, 'fileFormat' | 'playBeep' | 'recordChannelType'> {
  /** The longest message, in seconds. Default: 120; Plivo's own is 60. */
  readonly maxLength?: number | undefined;
  /** The silence that ends the message, in seconds. Default: 5; Plivo's own is 15, in which the caller wonders. */
  readonly timeout?: number | undefined;
  /** The key that ends the message. Default: `#`; older pages of Plivo let any key do, so it is always written. */
  readonly finishOnKey?: '#' | '*' | 'none' | undefined;
  /** Takes the message. It is called when the file is ready, also if the caller has hung up; not for a call of `plivo-jsx check`. */
  readonly onMessage: (message: Message) => void | Promise<void>;
  /** Where the call goes on when nothing was recorded. */
  readonly onNothing: Link;
  /** Where the call goes on after the message. */
  readonly next: Link;
  /** Its name in the address of the recording. Default: `voicemail`. */
  readonly name?: string | undefined;
  /** What the caller hears before the beep. */
  readonly children?: Prompt;
}

const usualMaxLength = 120;
const usualTimeout = 5;

/**
 * Records a message. `onMessage` gets it by Plivo's `callbackUrl`, which comes also after the caller has hung up; the `action`
 * alone would lose such a message.
 *
 * @throws {@link PlivoJsxError} `E_DIALOG` outside a flow
 * @example
 * ```tsx
 * import { Hangup, level, Response, Speak, Voicemail } from 'plivo-jsx';
 *
 * const inbox: string[] = [];
 * const goodbye = level('/goodbye', () => (
 *   <Response>
 *     <Speak>Thank you. Goodbye.</Speak>
 *     <Hangup />
 *   </Response>
 * ));
 * export const leaveMessage = level('/message', () => (
 *   <Response>
 *     <Voicemail onMessage={({ recordUrl }) => void inbox.push(recordUrl)} onNothing={goodbye()} next={goodbye()}>
 *       Please leave a message after the tone.
 *     </Voicemail>
 *   </Response>
 * ));
 * ```
 */
export function Voicemail(props: VoicemailProps, context: Context): Rendered {
  const state = enter(context, 'Voicemail', props.name);
  assertLinks('Voicemail', { next: props.next, onNothing: props.onNothing });
  if (state.phase === 'notice') return handOver(props, context.call);
  if (state.phase === 'answer') return goTo(wasRecorded(context.call) ? props.next : props.onNothing);
  return record(props, state, context);
}

function record(props: VoicemailProps, state: DialogState, { postBack }: Context): Node {
  const { children, onNothing, fileFormat, playBeep, recordChannelType } = props;
  const { maxLength = usualMaxLength, timeout = usualTimeout, finishOnKey = '#' } = props;
  return [
    speak(children),
    jsx(Record, {
      action: postBack!({ ...state, phase: 'answer' }, { keepsTime: true }),
      callbackUrl: postBack!({ ...state, phase: 'notice' }, { keepsTime: true }),
      maxLength,
      timeout,
      finishOnKey,
      fileFormat,
      playBeep,
      recordChannelType,
    }),
    // Plivo may go on here when nothing was recorded.
    jsx(Forward, { to: onNothing }),
    jsx(EndOfDocument, { component: 'Voicemail' }),
  ];
}

async function handOver({ onMessage }: VoicemailProps, call: Call | undefined): Promise<Node> {
  // A call that only explores the flow leaves no message.
  if (call?.recordUrl !== undefined && wasRecorded(call) && !call.isCheck) {
    const { recordUrl, recordingId } = call;
    await onMessage({ recordUrl, recordingId, seconds: secondsOf(call), call });
  }
  return jsx(Only, {});
}

function secondsOf({ recordingDuration, recordingDurationMs }: Call): number | undefined {
  return recordingDuration ?? (recordingDurationMs === undefined ? undefined : recordingDurationMs / 1000);
}

/** Plivo reports an address for an empty recording as well, with a length of 0. */
function wasRecorded(call: Call | undefined): boolean {
  if (call === undefined) return false;
  const seconds = Math.max(secondsOf(call) ?? -1, (call.recordingDurationMs ?? -1) / 1000);
  return seconds === -1 ? call.recordUrl !== undefined : seconds > 0;
}

import {
  Hangup,
  Hours,
  level,
  nextOpening,
  Response,
  Say,
  Sms,
  Transfer,
  Voicemail,
  type Prompt,
} from 'plivo-jsx';
import { deliver, openingHours, settings } from './office.ts';
import { messageParams } from './params.ts';
import { t } from './prompts.tsx';

/** The last words of a call. */
export const Goodbye = ({ children }: { children?: Prompt }) => (
  <Response>
    {children !== undefined && <Say>{children}</Say>}
    <Say>{t.goodbye}</Say>
    <Hangup />
  </Response>
);

/** Sends the address by text message. It is spoken where no message can be sent, such as to a withheld number. */
export const directions = level('/clinic/directions', ({ call: { from = '' } }) => {
  if (settings.sender === undefined || !/^\+?\d{7,15}$/.test(from)) return <Goodbye>{t.address}</Goodbye>;
  return (
    <Response>
      <Sms src={settings.sender} dst={from}>
        {t.addressText}
      </Sms>
      <Say>{t.sent}</Say>
      <Say>{t.goodbye}</Say>
    </Response>
  );
});

/** The person at the desk, while the clinic is open. */
export const person = level('/clinic/person', () => (
  <Response>
    <Hours of={openingHours} closed={leaveMessage({ because: 'closed' })}>
      <Transfer
        to={settings.person}
        whisper={t.whisper}
        acceptKey="1"
        onCompleted={goodbye()}
        onUnanswered={leaveMessage({ because: 'unanswered' })}
      >
        {t.connecting}
      </Transfer>
    </Hours>
  </Response>
));

/** A message for the desk, and when somebody will be there. */
export const leaveMessage = level('/clinic/message', { params: messageParams }, ({ params }, { now }) => {
  const opening = params.because === 'closed' ? nextOpening(openingHours, now) : undefined;
  return (
    <Response>
      {params.because !== undefined && <Say>{t[params.because]}</Say>}
      {opening !== undefined && <Say>{t.opens(opening)}</Say>}
      <Voicemail onMessage={deliver} onNothing={goodbye()} next={thanks()}>
        {t.leaveMessage}
      </Voicemail>
    </Response>
  );
});

export const goodbye = level('/clinic/goodbye', () => <Goodbye />);
export const thanks = level('/clinic/thanks', () => <Goodbye>{t.thanks}</Goodbye>);

import { Hours, level, nextOpening, Response, Say, Sms, Transfer, Voicemail } from 'plivo-jsx';
import { Goodbye, goodbye, thanks } from './goodbye.tsx';
import { deliver, numbersToText, openingHours, settings } from './office.ts';
import { messageParams } from './params.ts';
import { t } from './prompts.tsx';

/** Sends the address by text message. It is spoken where no message can be sent, such as to a withheld number. */
export const directions = level('/clinic/directions', ({ call: { from } }) => {
  const numbers = numbersToText(from);
  if (numbers === undefined) return <Goodbye>{t.address}</Goodbye>;
  return <Goodbye first={<Sms {...numbers}>{t.addressText}</Sms>}>{t.sent}</Goodbye>;
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

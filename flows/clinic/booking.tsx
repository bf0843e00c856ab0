import { Collect, Confirm, level, Response } from 'plivo-jsx';
import { person } from './desk.tsx';
import { Goodbye } from './goodbye.tsx';
import { dayToCome } from './office.ts';
import { dateParams } from './params.ts';
import { t } from './prompts.tsx';

/** Which day? */
export const booking = level('/clinic/booking', () => (
  <Response>
    <Collect
      digits={4}
      read={dayToCome}
      noInput={t.noInput}
      invalid={t.notADate}
      onGiveUp={person()}
      next={(day) => confirm({ date: day.toString() })}
    >
      {t.enterDate}
    </Collect>
  </Response>
));

/** An appointment is confirmed, since a wrong one costs both sides time. */
export const confirm = level('/clinic/booking/confirm', { params: dateParams }, ({ params: { date } }) => (
  <Response>
    <Confirm onYes={booked({ date })} onNo={booking()} onGiveUp={person()} noMatch={t.notAnOption}>
      {t.chosen(date)}
    </Confirm>
  </Response>
));

export const booked = level('/clinic/booking/booked', { params: dateParams }, ({ params: { date } }) => (
  <Goodbye>{t.booked(date)}</Goodbye>
));

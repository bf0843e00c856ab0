import { flow } from 'plivo-jsx';
import { booked, booking, confirm } from './booking.tsx';
import { directions, leaveMessage, person } from './desk.tsx';
import { goodbye, thanks } from './goodbye.tsx';
import { languageMenu, mainMenu } from './menus.tsx';
import { t } from './prompts.tsx';

/** A clinic: appointments, directions, messages and a person, in English, Spanish and Hindi. */
export default flow('clinic', {
  catalogue: t,
  levels: [
    languageMenu,
    mainMenu,
    booking,
    confirm,
    booked,
    directions,
    person,
    leaveMessage,
    goodbye,
    thanks,
  ],
});

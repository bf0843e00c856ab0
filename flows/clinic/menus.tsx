import { Choice, Language, level, Menu, Repeat, Response, Say } from 'plivo-jsx';
import { booking } from './booking.tsx';
import { directions, leaveMessage, person } from './desk.tsx';
import { t } from './prompts.tsx';

/** Where a call begins. Each language is offered in its own voice, and is kept for the rest of the call. */
export const languageMenu = level('/clinic', () => (
  <Response>
    <Say>{t.welcome}</Say>
    <Menu onGiveUp={mainMenu()} noInput={t.chooseOne} noMatch={t.notAnOption}>
      {Object.entries({ en: '1', es: '2', hi: '3' } as const).map(([language, digit]) => (
        <Language of={language}>
          <Choice digit={digit} next={mainMenu()}>
            {t.languageOption}
          </Choice>
        </Language>
      ))}
      <Choice digit="0" next={person()}>
        {t.person}
      </Choice>
      <Repeat digit="*">{t.again}</Repeat>
    </Menu>
  </Response>
));

/** What would you like to do? Keys and words both choose. */
export const mainMenu = level('/clinic/menu', () => (
  <Response>
    <Menu onGiveUp={person()} noInput={[t.noInput, t.chooseOne]} noMatch={t.notAnOption}>
      <Say>{t.howCanWeHelp}</Say>
      <Choice digit="1" says={t.bookingWords} next={booking()}>
        {t.booking}
      </Choice>
      <Choice digit="2" says={t.directionsWords} next={directions()}>
        {t.directions}
      </Choice>
      <Choice digit="3" says={t.messageWords} next={leaveMessage()}>
        {t.message}
      </Choice>
      <Choice digit="0" says={t.personWords} next={person()}>
        {t.person}
      </Choice>
      <Repeat digit="*">{t.again}</Repeat>
    </Menu>
  </Response>
));
